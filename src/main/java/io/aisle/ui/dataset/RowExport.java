package io.aisle.ui.dataset;

import io.aisle.core.dataset.CsvExport;
import io.aisle.core.dataset.CsvTables;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.job.JobNeeds;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.KnowledgeKind;
import io.aisle.domain.data.KnowledgeRow;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes the rows that are shown to a CSV file, in the order in which they are shown, in the
 * background. FX thread only.
 */
public final class RowExport {
  private final DatasetService service;
  private final RowsViewModel rows;
  private final Background background;
  private final Notices notices;
  private final LicenceQuestion licences;
  private final Texts texts;

  public RowExport(
      DatasetService service,
      RowsViewModel rows,
      Background background,
      Notices notices,
      LicenceQuestion licences,
      Texts texts) {
    this.service = service;
    this.rows = rows;
    this.background = background;
    this.notices = notices;
    this.licences = licences;
    this.texts = texts;
  }

  /** Rows of the version go on when its licence lets them out. */
  void whenAllowed(Runnable then) {
    DatasetVersion of = rows.versionProperty().get();
    if (licences.allows(of.dataset(), of.licence())) {
      then.run();
    }
  }

  String proposedName(RowsViewModel.Tab tab) {
    DatasetVersion shown = rows.versionProperty().get();
    return "%s-v%d-%s.csv"
        .formatted(shown.dataset(), shown.version(), tab.name().toLowerCase(Locale.ROOT));
  }

  /** Writes the rows of a table as they are filtered now. */
  void write(RowsViewModel.Tab tab, Path file) {
    CsvExport.Source source = source(tab);
    var unused =
        background.start(
            texts.of("data.job.export", file.getFileName()),
            JobNeeds.LIGHT,
            control -> CsvExport.write(file, source, control),
            outcome -> {
              if (outcome instanceof JobOutcome.Done<Long> done) {
                notices.done(texts.of("data.exported", done.value(), file));
              }
            });
  }

  private CsvExport.Source source(RowsViewModel.Tab tab) {
    long version = rows.versionProperty().get().id();
    return switch (tab) {
      case EVENTS ->
          CsvTables.events(
              service,
              version,
              List.copyOf(rows.filters().all()),
              Optional.ofNullable(rows.sortProperty().get()));
      case REFUSED ->
          CsvTables.refusals(
              service, version, List.copyOf(rows.reasons()), rows.wordsProperty().get());
      case ITEMS -> CsvTables.items(service, version, rows.wordsProperty().get());
      case JUDGEMENTS -> CsvTables.judgements(service, version);
      case QUERIES -> knowledge(version, KnowledgeKind.QUERIES, rows.knowledge().queries());
      case REVIEWS -> knowledge(version, KnowledgeKind.REVIEWS, rows.knowledge().reviews());
      case TRIPLES -> knowledge(version, KnowledgeKind.TRIPLES, rows.knowledge().triples());
    };
  }

  private <T extends KnowledgeRow> CsvExport.Source knowledge(
      long version, KnowledgeKind<T> kind, FoundRows<T> table) {
    return CsvTables.knowledge(
        service,
        version,
        kind,
        rows.wordsProperty().get(),
        Optional.ofNullable(table.sortProperty().get()));
  }
}
