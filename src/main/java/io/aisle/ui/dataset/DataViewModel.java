package io.aisle.ui.dataset;

import io.aisle.core.dataset.AppendPlan;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobWork;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.PropertyCounts;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The data sets of the workspace, and what can be done with them. FX thread only. */
public final class DataViewModel implements Refreshable {
  /** An import holds dictionaries and one chunk in memory. */
  private static final JobNeeds IMPORT = new JobNeeds(1, 512);

  private final DatasetService service;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Changes changes;
  private final Slot<List<DatasetVersion>> listing;
  private final ObservableList<DatasetVersion> versions = FXCollections.observableArrayList();
  private final FilteredList<DatasetVersion> shown = new FilteredList<>(versions);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<DatasetVersion> selected = new SimpleObjectProperty<>();
  private Predicate<DatasetVersion> arriving;
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

  public DataViewModel(
      DatasetService service,
      Background background,
      Notices notices,
      Changes changes,
      Texts texts) {
    this.service = service;
    this.background = background;
    this.notices = notices;
    this.changes = changes;
    this.texts = texts;
    search.subscribe(this::filter);
    this.listing = background.slot(texts.of("data.job.list"));
  }

  @Override
  public void refresh() {
    long keep = selected.get() == null ? 0 : selected.get().id();
    Predicate<DatasetVersion> wanted = arriving == null ? each -> each.id() == keep : arriving;
    arriving = null;
    list(wanted);
  }

  /** Shows a version when the list has it, or the newest of its data set. */
  public void show(String dataset, int version) {
    search.set("");
    list(each -> each.dataset().equals(dataset) && (version == 0 || each.version() == version));
  }

  private void filter() {
    String text = search.get().strip().toLowerCase(Locale.ROOT);
    DatasetVersion chosen = selected.get();
    shown.setPredicate(
        version ->
            version.dataset().toLowerCase(Locale.ROOT).contains(text)
                || version.source().toLowerCase(Locale.ROOT).contains(text));
    if (chosen != null && shown.contains(chosen)) {
      selected.set(chosen);
    }
  }

  /** Imports what the form made. */
  public void importPlan(ImportPlan plan) {
    importing(
        texts.of("data.job.import", plan.dataset()), control -> service.importFiles(plan, control));
  }

  /** Imports files on top of a version. */
  public void append(AppendPlan plan, DatasetVersion to) {
    importing(
        texts.of("data.job.append", to.dataset(), to.version()),
        control -> service.append(plan, control));
  }

  /** Goes on with an interrupted import. */
  public void resume(DatasetVersion version) {
    importing(
        texts.of("data.job.import", version.dataset()),
        control -> service.resume(version.id(), control));
  }

  public void remove(DatasetVersion version) {
    var unused =
        background.start(
            texts.of("data.job.remove", version.dataset()),
            JobNeeds.LIGHT,
            control -> {
              service.remove(version.id());
              return version;
            },
            outcome -> changes.datasets());
  }

  private void importing(String title, JobWork<ImportSummary> work) {
    var unused = background.start(title, IMPORT, work, this::imported);
  }

  private void imported(JobOutcome<ImportSummary> outcome) {
    if (outcome instanceof JobOutcome.Done<ImportSummary>(ImportSummary summary)) {
      notices.done(came(summary) + properties(summary) + there(summary) + unjoined(summary));
      arriving =
          version ->
              version.dataset().equals(summary.dataset()) && version.version() == summary.version();
    }
    changes.datasets();
  }

  /** Files that only describe, such as a catalogue that was appended, bring no rows of events. */
  private String came(ImportSummary summary) {
    long properties = summary.properties().map(PropertyCounts::read).orElse(0L);
    long refused = summary.properties().map(PropertyCounts::refused).orElse(0L);
    return summary.read() == properties
        ? texts.of("data.described", summary.dataset(), summary.version(), counted(summary))
        : texts.of(
            "data.imported",
            summary.taken() - (properties - refused),
            summary.read() - properties,
            summary.dataset(),
            summary.version());
  }

  private String properties(ImportSummary summary) {
    return summary
        .properties()
        .filter(counts -> counts.values() > 0)
        .map(counts -> " " + properties(counts))
        .orElse("");
  }

  private String properties(PropertyCounts counts) {
    if (counts.first() == null) {
      return texts.of("data.properties.last", counts.items());
    }
    return texts.of(
        counts.asOf().isEmpty() ? "data.properties.latest" : "data.properties.asOf",
        counts.items(),
        day(counts.first()),
        day(counts.last()),
        counts.asOf().map(DataViewModel::day).orElse(""));
  }

  private static String day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }

  private String counted(ImportSummary summary) {
    KnowledgeCounts beside = summary.knowledge();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("data.counted.users", (long) summary.users());
    counts.put("data.counted.items", (long) summary.items());
    counts.put("data.counted.grades", summary.judgements());
    counts.put("data.counted.queries", beside.queries());
    counts.put("data.counted.triples", beside.triples());
    counts.put("data.counted.reviews", beside.reviews());
    return counts.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .map(each -> texts.of(each.getKey(), each.getValue()))
        .collect(Collectors.joining(texts.of("list.comma")));
  }

  private String there(ImportSummary summary) {
    return summary.there().sum() == 0 ? "" : " " + texts.of("data.there", summary.there().sum());
  }

  private String unjoined(ImportSummary summary) {
    return summary.unjoined().isEmpty()
        ? ""
        : " " + texts.of("data.unjoined", summary.unjoined().size());
  }

  /** Shows a version that was made just now. */
  public void made(DatasetVersion version) {
    arriving = each -> each.id() == version.id();
    changes.datasets();
  }

  private void list(Predicate<DatasetVersion> wanted) {
    listing.read(
        control -> service.versions(),
        found -> {
          if (!found.equals(versions)) {
            versions.setAll(found);
          }
          listed.set(true);
          selected.set(
              found.stream()
                  .filter(wanted)
                  .findFirst()
                  .or(() -> found.stream().findFirst())
                  .orElse(null));
        });
  }

  public ObservableList<DatasetVersion> versions() {
    return versions;
  }

  /** Those whose name or source has what is searched for. */
  public ObservableList<DatasetVersion> shown() {
    return shown;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /** The version that is looked at; null when there is none. */
  public ObjectProperty<DatasetVersion> selectedProperty() {
    return selected;
  }

  /** Whether the list was read at least once, so that an empty one means there is nothing. */
  public ReadOnlyBooleanProperty listedProperty() {
    return listed.getReadOnlyProperty();
  }
}
