package io.aisle.ui.start;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.Sample;
import io.aisle.core.dataset.Samples;
import io.aisle.core.job.JobNeeds;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Action;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What one can begin with. FX thread only. */
public final class StartViewModel implements Refreshable {
  private static final JobNeeds IMPORT = new JobNeeds(1, 512);

  private final Samples samples;
  private final DatasetService datasets;
  private final FirstMinuteViewModel minute;
  private final Background background;
  private final Changes changes;
  private final Consumer<Place> navigator;
  private final Runnable importing;
  private final ReadOnlyBooleanProperty busy;
  private final Texts texts;
  private final Slot<Boolean> listing;
  private final ObservableList<StartCard> first = FXCollections.observableArrayList();
  private final ObservableList<StartCard> others = FXCollections.observableArrayList();
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final BooleanProperty left = new SimpleBooleanProperty();
  private final BooleanProperty empty = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper dismissible = new ReadOnlyBooleanWrapper();
  private List<Sample> read = List.of();

  /**
   * @param navigator takes the window to places
   * @param importing lets the user choose a file to import
   * @param busy whether a first minute goes on, beside which no other is begun
   */
  public StartViewModel(
      Samples samples,
      DatasetService datasets,
      FirstMinuteViewModel minute,
      Background background,
      Changes changes,
      Consumer<Place> navigator,
      Runnable importing,
      ReadOnlyBooleanProperty busy,
      Texts texts) {
    this.samples = samples;
    this.datasets = datasets;
    this.minute = minute;
    this.background = background;
    this.changes = changes;
    this.navigator = navigator;
    this.importing = importing;
    this.busy = busy;
    this.texts = texts;
    this.listing = background.slot(texts.of("start.job.list"));
    shown.bind(wanted.or(empty.and(left.not())));
    dismissible.bind(empty.not());
    changes.onDatasets(this::refresh);
  }

  /** Looks whether there are data. */
  @Override
  public void refresh() {
    listing.read(control -> datasets.versions().isEmpty(), this::listed);
  }

  private void listed(boolean none) {
    left.set(left.get() && none); // what was left while there were no data is forgotten with some
    empty.set(none);
  }

  /** Reads the samples, once. */
  void read() {
    if (!read.isEmpty()) {
      return;
    }
    var unused =
        background.read(
            texts.of("start.job.samples"),
            control -> samples.list(),
            found -> {
              read = found;
              first.setAll(
                  found.stream().limit(1).map(sample -> StartCard.of(sample, texts)).toList());
              others.setAll(
                  found.stream().skip(1).map(sample -> StartCard.of(sample, texts)).toList());
            });
  }

  /** Everything that a click brings. */
  void begin(StartCard card) {
    sample(card).ifPresent(sample -> minute.begin(sample, texts));
  }

  /** The import alone. */
  void importOnly(StartCard card) {
    sample(card)
        .ifPresent(
            sample -> {
              var unused =
                  background.start(
                      texts.of("data.job.import", card.title()),
                      IMPORT,
                      control -> {
                        datasets.importFiles(sample.plan(), control);
                        return datasets.require(sample.name());
                      },
                      this::imported);
            });
  }

  private void imported(JobOutcome<DatasetVersion> outcome) {
    changes.datasets();
    if (outcome instanceof JobOutcome.Done<DatasetVersion>(DatasetVersion version)) {
      navigator.accept(new Place.OfDataset(version.dataset(), version.version()));
    }
  }

  private Optional<Sample> sample(StartCard card) {
    return read.stream().filter(sample -> sample.name().equals(card.name())).findFirst();
  }

  /** The sample to start with. */
  ObservableList<StartCard> first() {
    return first;
  }

  /** In the order in which they are offered. */
  ObservableList<StartCard> others() {
    return others;
  }

  /** Lets the user choose a file, which the Data screen then looks into. */
  void importOwn() {
    importing.run();
  }

  /** Puts the samples away. */
  void back() {
    navigator.accept(new Place.OfSamples(false));
  }

  /** Hears where the window goes: what lies on the Data screen must not be hidden. */
  public void hear(Place place) {
    switch (place) {
      case Place.OfSamples(boolean open) -> {
        wanted.set(open);
        left.set(!open);
      }
      case Place.OfDataset _, Place.OfFiles _ -> {
        wanted.set(false);
        left.set(true);
      }
      default -> {}
    }
  }

  /** Whether the samples are to be seen: there are no data yet, or they were asked for. */
  ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Opens the samples from anywhere. */
  public void offer(Actions actions) {
    actions.add(
        Action.of(
            "start.samples",
            texts.of("start.action.samples"),
            "",
            () -> navigator.accept(new Place.OfSamples(true))));
  }

  /** Whether there is something else on the Data screen to go back to. */
  ReadOnlyBooleanProperty dismissibleProperty() {
    return dismissible.getReadOnlyProperty();
  }

  /** Whether a first minute goes on, beside which no other is begun. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy;
  }
}
