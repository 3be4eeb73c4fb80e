package io.aisle.ui.training;

import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What to train, on which data, divided how. FX thread only. */
public final class TrainViewModel implements Refreshable {
  private final DatasetService service;
  private final Consumer<Experiment> trainer;
  private final Refreshable runs;
  private final Texts texts;
  private final Slot<List<DatasetVersion>> listing;
  private final SplitForm split;
  private final List<ModelForm> models;
  private final ObservableList<DatasetVersion> datasets = FXCollections.observableArrayList();
  private final ObjectProperty<DatasetVersion> dataset = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  /**
   * @param trainer puts an experiment into the queue
   * @param runs read anew together with the data sets
   */
  public TrainViewModel(
      DatasetService service,
      Consumer<Experiment> trainer,
      Refreshable runs,
      Background background,
      Texts texts) {
    this.service = service;
    this.trainer = trainer;
    this.runs = runs;
    this.texts = texts;
    this.listing = background.slot(texts.of("data.job.list"));
    this.split = new SplitForm(texts);
    this.models =
        Arrays.stream(ModelKind.values()).map(kind -> new ModelForm(kind, texts)).toList();
    models.stream()
        .filter(form -> form.kind() == ModelKind.POPULARITY || form.kind() == ModelKind.ITEM_KNN)
        .forEach(form -> form.chosenProperty().set(true));
  }

  @Override
  public void refresh() {
    runs.refresh();
    listing.read(control -> newest(service.versions()), this::show);
  }

  private void show(List<DatasetVersion> found) {
    String kept = dataset.get() == null ? "" : dataset.get().dataset();
    datasets.setAll(found);
    listed.set(true);
    dataset.set(
        found.stream()
            .filter(version -> version.dataset().equals(kept))
            .findFirst()
            .or(() -> found.stream().findFirst())
            .orElse(null));
  }

  /** The newest complete version of each data set, which is what a run is made of. */
  private static List<DatasetVersion> newest(List<DatasetVersion> versions) {
    Map<String, DatasetVersion> newest = new LinkedHashMap<>();
    versions.stream()
        .filter(version -> version.state() == DatasetVersion.State.COMPLETE)
        .forEach(version -> newest.putIfAbsent(version.dataset(), version));
    return List.copyOf(newest.values());
  }

  /** Puts one training for each chosen model into the queue, or says what is wrong. */
  public void start() {
    error.set("");
    List<ModelForm> chosen = models.stream().filter(form -> form.chosenProperty().get()).toList();
    if (dataset.get() == null) {
      error.set(texts.of("train.error.data"));
      return;
    }
    if (chosen.isEmpty()) {
      error.set(texts.of("train.error.model"));
      return;
    }
    Optional<SplitForm.Filled> divided = split.value();
    List<Experiment> experiments = new ArrayList<>();
    for (ModelForm form : chosen) {
      divided.flatMap(how -> experiment(form, how)).ifPresent(experiments::add);
    }
    if (experiments.size() < chosen.size()) {
      error.set(texts.of("train.error.field"));
      return;
    }
    experiments.forEach(trainer);
  }

  private Optional<Experiment> experiment(ModelForm form, SplitForm.Filled how) {
    return form.value(how.seed())
        .map(
            filled ->
                new Experiment(
                    form.title(),
                    new DatasetSpec.Named(dataset.get().dataset()),
                    how.prepare(),
                    how.split(),
                    how.protocol(),
                    filled.params(),
                    filled.training()));
  }

  /** Data sets that can be trained on. */
  public ObservableList<DatasetVersion> datasets() {
    return datasets;
  }

  public ObjectProperty<DatasetVersion> datasetProperty() {
    return dataset;
  }

  public SplitForm split() {
    return split;
  }

  /** The shelf of models. */
  public List<ModelForm> models() {
    return models;
  }

  /** Why nothing was started; empty when all is well. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty listedProperty() {
    return listed.getReadOnlyProperty();
  }
}
