package io.aisle.ui.training;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.StoredAttributes;
import io.aisle.core.training.DataOutline;
import io.aisle.core.training.SideOutline;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.VersionName;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What to train, on which data, divided how. FX thread only. */
public final class TrainViewModel implements Refreshable {
  /** Looks without an edit after which it has come to rest. */
  private static final int QUIET = 7;

  private final DatasetService service;
  private final Consumer<List<Experiment>> trainer;
  private final Consumer<Experiment> tuner;
  private final Refreshable runs;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<List<DatasetChoice>> listing;
  private final Slot<Known> outline;
  private final TrainForm form;
  private final PresetsViewModel presets;
  private final PlanViewModel plan;
  private final ObservableList<DatasetChoice> datasets = FXCollections.observableArrayList();
  private final ObjectProperty<DatasetChoice> dataset = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper repeats = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<Experiment>> experiments =
      new ReadOnlyObjectWrapper<>(List.of());
  private final BooleanProperty baselines = new SimpleBooleanProperty(true);
  private final ReadOnlyBooleanWrapper neural = new ReadOnlyBooleanWrapper();
  private String wanted = "";
  private int edits;
  private int quiet;

  /**
   * @param trainer puts experiments into the queue
   * @param tuner puts tuned simple models beside a neural one
   * @param runs read anew together with the data sets
   */
  public TrainViewModel(
      DatasetService service,
      Consumer<List<Experiment>> trainer,
      Consumer<Experiment> tuner,
      Refreshable runs,
      TrainForm form,
      PresetsViewModel presets,
      PlanViewModel plan,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.trainer = trainer;
    this.tuner = tuner;
    this.runs = runs;
    this.form = form;
    this.presets = presets;
    this.plan = plan;
    this.texts = texts;
    this.numbers = numbers;
    this.listing = background.slot(texts.of("data.job.list"));
    this.outline = background.slot(texts.of("train.job.outline"));
    dataset.subscribe((before, now) -> chosen(before, now));
  }

  @Override
  public void refresh() {
    runs.refresh();
    presets.load();
    listing.read(control -> choices(service.versions()), this::show);
  }

  private void show(List<DatasetChoice> found) {
    DatasetChoice before = dataset.get();
    String kept = !wanted.isEmpty() ? wanted : before == null ? "" : before.name();
    if (!found.equals(datasets)) {
      datasets.setAll(found);
    }
    listed.set(true);
    DatasetChoice now =
        usable(found, kept)
            .or(() -> found.stream().filter(DatasetChoice::usable).findFirst())
            .orElse(null);
    wanted = "";
    dataset.set(now);
  }

  private static Optional<DatasetChoice> usable(List<DatasetChoice> all, String name) {
    VersionName meant = VersionName.parse(name);
    return all.stream().filter(each -> each.usable() && meant.fits(each.version())).findFirst();
  }

  /** Chooses a data set or a version by its name, now or when the list has come. */
  public void choose(String name) {
    wanted = name;
    usable(datasets, name).ifPresent(dataset::set);
  }

  /** The newest complete version of each data set under its name, older ones with their numbers. */
  private List<DatasetChoice> choices(List<DatasetVersion> versions) {
    Set<String> named = new HashSet<>();
    return versions.stream()
        .filter(version -> version.state() == DatasetVersion.State.COMPLETE)
        .map(
            version ->
                new DatasetChoice(
                    version,
                    named.add(version.dataset())
                        ? version.dataset()
                        : VersionName.of(version).toString(),
                    version.events() > 0 ? "" : texts.of("train.data.no.events")))
        .toList();
  }

  private void chosen(DatasetChoice before, DatasetChoice now) {
    if (now == null || now.equals(before)) {
      planned();
      return;
    }
    repeats.set("");
    long id = now.version().id();
    outline.read(
        control -> {
          EventTable events = service.load(id, control);
          StoredAttributes stored = service.attributes();
          return new Known(
              DataOutline.of(events),
              SideOutline.of(
                  events,
                  stored.userNames(now.version()),
                  stored.itemNames(now.version(), control)));
        },
        this::know);
    planned();
  }

  /** What the form must know of a data set before it offers anything. */
  private record Known(DataOutline outline, SideOutline attributes) {}

  private void know(Known found) {
    DataWords words = DataWords.of(found.outline());
    form.settle();
    form.know(words, found.attributes());
    form.begin();
    repeats.set(words(words));
    planned();
  }

  private String words(DataWords data) {
    String share = numbers.percent(data.repeatShare());
    String fact = texts.of(data.purchases() ? "policy.share" : "policy.share.events", share);
    String choice =
        !data.purchases()
            ? texts.of("policy.default.events")
            : texts.of(data.hidesSeen() ? "policy.default.hide" : "policy.default.allow");
    return fact + " " + choice;
  }

  /**
   * Looks whether an edit has come to rest, which is then one step of undo and planned anew; called
   * by the sampler.
   */
  public void look() {
    int now = form.editsProperty().get();
    if (now != edits) {
      edits = now;
      quiet = QUIET;
    } else if (quiet > 0 && --quiet == 0) {
      form.settle();
      planned();
    }
  }

  /** Looks at what the form would start. */
  void planned() {
    List<Experiment> all =
        dataset.get() == null
            ? List.of()
            : form.experiments(dataset.get().name()).orElse(List.of());
    experiments.set(all);
    neural.set(form.chosen().stream().anyMatch(each -> each.kind().neural()));
    plan.plan(all);
  }

  /** Puts one training for each chosen model and seed into the queue, or says what is wrong. */
  public void start() {
    form.settle();
    error.set("");
    if (dataset.get() == null) {
      error.set(texts.of("train.error.data"));
    } else if (form.chosen().isEmpty()) {
      error.set(texts.of("train.error.model"));
    } else {
      form.experiments(dataset.get().name())
          .ifPresentOrElse(this::train, () -> error.set(texts.of("train.error.field")));
    }
  }

  private void train(List<Experiment> all) {
    plan.stopMeasuring(); // beside the training it would measure neither
    trainer.accept(all);
    if (baselines.get()) {
      all.stream().filter(each -> each.model().kind().neural()).findFirst().ifPresent(tuner);
    }
  }

  /** Fills the form in with what a run was made with. */
  public void use(Experiment experiment) {
    form.settle();
    form.show(experiment);
    if (experiment.dataset() instanceof DatasetSpec.Named named) {
      choose(named.name());
    }
  }

  /** Data sets that can be trained on, and those that cannot, with the reason. */
  public ObservableList<DatasetChoice> datasets() {
    return datasets;
  }

  public ObjectProperty<DatasetChoice> datasetProperty() {
    return dataset;
  }

  public TrainForm form() {
    return form;
  }

  public PresetsViewModel presets() {
    return presets;
  }

  public PlanViewModel plan() {
    return plan;
  }

  /** What would be started, as of the last look; empty while something is wrong. */
  ReadOnlyObjectProperty<List<Experiment>> experimentsProperty() {
    return experiments.getReadOnlyProperty();
  }

  /** Whether a neural model gets tuned simple ones beside it. */
  public BooleanProperty baselinesProperty() {
    return baselines;
  }

  /** Whether a neural model is chosen. */
  public ReadOnlyBooleanProperty neuralProperty() {
    return neural.getReadOnlyProperty();
  }

  /** What the data say about repeat purchases, and what was chosen because of it. */
  public ReadOnlyStringProperty repeatsProperty() {
    return repeats.getReadOnlyProperty();
  }

  /** Why nothing was started; empty when all is well. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty listedProperty() {
    return listed.getReadOnlyProperty();
  }
}
