package io.aisle.ui.training;

import io.aisle.core.export.ListExport;
import io.aisle.core.export.ListExportService;
import io.aisle.core.export.ListFormat;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.LicenceGate;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import io.aisle.ui.form.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Lists for all users of a run, into a file; the job tray shows it and can cancel it. FX thread.
 */
public final class ExportViewModel {
  private static final JobNeeds NEEDS = new JobNeeds(1, 1024);

  private final ListExportService service;
  private final Background background;
  private final Notices notices;
  private final LicenceQuestion licences;
  private final Texts texts;
  private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.CSV);
  private final FormField k;
  private final FormField minHistory;

  /** What is offered. */
  public enum Format {
    CSV,
    PARQUET,
    XLSX,
    TSV
  }

  public ExportViewModel(
      ListExportService service,
      Background background,
      Notices notices,
      LicenceQuestion licences,
      Texts texts) {
    this.licences = licences;
    this.service = service;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    Reading reading = new Reading(texts);
    this.k = number("exportK", "10", reading.whole(1, 1000));
    this.minHistory = number("exportMinHistory", "1", reading.whole(0, 100_000));
  }

  private FormField number(String name, String start, FormField.Reader reader) {
    return new FormField(
        new FormField.Spec(name, FormField.Kind.NUMBER, List.of(), "", start, false, reader),
        texts);
  }

  /** Whether the fields are right; they say what is wrong. */
  public boolean ready() {
    return k.read().isPresent() & minHistory.read().isPresent();
  }

  /** Name that is proposed for the file. */
  public String fileName(RunRow run) {
    String stem = run.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return stem + "-lists." + ListFormat.valueOf(format.get().name()).ending();
  }

  /** Writes the lists; the file's ending is made to say the chosen format. */
  public void write(RunRow run, Path chosen) {
    Optional<Long> length = k.read(Long.class);
    Optional<Long> least = minHistory.read(Long.class);
    if (length.isEmpty() || least.isEmpty()) {
      return;
    }
    Path file = withEnding(chosen);
    ListExport export =
        new ListExport(List.of(), length.get().intValue(), least.get().intValue(), file);
    RunFolder folder = new RunFolder(run.path());
    String title = texts.of("export.job", file.getFileName());
    new LicenceGate(background, licences)
        .whenAllowed(title, folder, run.record().dataset(), () -> write(folder, export, title));
  }

  private void write(RunFolder folder, ListExport export, String title) {
    Path file = export.out();
    var unused =
        background.start(
            title,
            NEEDS,
            control -> service.write(folder, export, control),
            outcome -> told(outcome, file));
  }

  private Path withEnding(Path file) {
    ListFormat wanted = ListFormat.valueOf(format.get().name());
    if (ListFormat.of(file) == wanted && file.toString().contains(".")) {
      return file;
    }
    return file.resolveSibling(file.getFileName() + "." + wanted.ending());
  }

  private void told(JobOutcome<ListExport.Written> outcome, Path file) {
    if (outcome instanceof JobOutcome.Done<ListExport.Written> done) {
      notices.done(
          texts.of("export.done", done.value().users(), done.value().rows(), file.toString()));
    }
  }

  public ObjectProperty<Format> formatProperty() {
    return format;
  }

  /** Longest list. */
  public FormField k() {
    return k;
  }

  /** Users with fewer interactions are left out. */
  public FormField minHistory() {
    return minHistory;
  }
}
