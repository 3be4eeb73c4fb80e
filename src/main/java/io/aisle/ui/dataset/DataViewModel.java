package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.Sample;
import io.aisle.core.dataset.Samples;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobWork;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The data sets of the workspace, the samples, and what can be done with them. FX thread only. */
public final class DataViewModel implements Refreshable {
  /** An import holds dictionaries and one chunk in memory. */
  private static final JobNeeds IMPORT = new JobNeeds(1, 512);

  private final DatasetService service;
  private final Samples samples;
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Slot<List<DatasetVersion>> listing;
  private final ObservableList<DatasetVersion> versions = FXCollections.observableArrayList();
  private final ObservableList<SampleCard> cards = FXCollections.observableArrayList();
  private final ObjectProperty<DatasetVersion> selected = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();

  public DataViewModel(
      DatasetService service,
      Samples samples,
      Background background,
      Notices notices,
      Texts texts) {
    this.service = service;
    this.samples = samples;
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    this.listing = background.slot(texts.of("data.job.list"));
  }

  @Override
  public void refresh() {
    if (cards.isEmpty()) {
      var unused =
          background.read(
              texts.of("data.job.samples"),
              control -> samples.list(),
              found -> cards.setAll(found.stream().map(DataViewModel::card).toList()));
    }
    long keep = selected.get() == null ? 0 : selected.get().id();
    list(keep);
  }

  /** Imports a bundled data set as a new version. */
  public void importSample(SampleCard card) {
    importing(
        texts.of("data.job.import", card.title()),
        control -> service.importFiles(samples.require(card.name()).plan(), control));
  }

  /** Imports what the form made. */
  public void importPlan(ImportPlan plan) {
    importing(
        texts.of("data.job.import", plan.dataset()), control -> service.importFiles(plan, control));
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
            outcome -> list(0));
  }

  private void importing(String title, JobWork<ImportSummary> work) {
    var unused = background.start(title, IMPORT, work, this::imported);
  }

  private void imported(JobOutcome<ImportSummary> outcome) {
    if (outcome instanceof JobOutcome.Done<ImportSummary>(ImportSummary summary)) {
      notices.done(
          texts.of(
              "data.imported",
              summary.taken(),
              summary.read(),
              summary.dataset(),
              summary.version()));
      list(
          version ->
              version.dataset().equals(summary.dataset())
                  && version.version() == summary.version());
    } else {
      list(0);
    }
  }

  private void list(long keep) {
    list(version -> version.id() == keep);
  }

  private void list(Predicate<DatasetVersion> wanted) {
    listing.read(
        control -> service.versions(),
        found -> {
          versions.setAll(found);
          listed.set(true);
          selected.set(
              found.stream()
                  .filter(wanted)
                  .findFirst()
                  .or(() -> found.stream().findFirst())
                  .orElse(null));
        });
  }

  private static SampleCard card(Sample sample) {
    return new SampleCard(sample.name(), sample.title(), sample.summary());
  }

  public ObservableList<DatasetVersion> versions() {
    return versions;
  }

  public ObservableList<SampleCard> samples() {
    return cards;
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
