package io.aisle.ui.training;

import io.aisle.core.training.SideOutline;
import io.aisle.domain.experiment.Experiment;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Undo;
import io.aisle.ui.form.FormField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Everything that is filled in before a start: protocol, models, parameters, seeds. An edit becomes
 * a step of undo when {@link #settle} is called, so that a typed word is one step. FX thread only.
 */
public final class TrainForm {
  private static final String SEEDS = "seeds";

  private final Texts texts;
  private final ProtocolForm protocol;
  private final SideForm side;
  private final ModelForms models;
  private final StringProperty seeds = new SimpleStringProperty("42");
  private final ReadOnlyStringWrapper seedsError = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
  private final Undo<Map<String, String>> undo;
  private boolean showing;

  public TrainForm(Texts texts) {
    this.texts = texts;
    this.protocol = new ProtocolForm(texts);
    this.side = new SideForm(texts);
    this.models = new ModelForms(texts);
    this.undo = new Undo<>(state(), this::show);
    seeds.subscribe((before, now) -> edited());
    protocol.all().forEach(field -> field.textProperty().subscribe((before, now) -> edited()));
    side.fields().forEach(field -> field.textProperty().subscribe((before, now) -> edited()));
    for (ModelForm model : models.all()) {
      model.chosenProperty().subscribe((before, now) -> edited());
      model.fields().forEach(field -> field.textProperty().subscribe((b, now) -> edited()));
    }
  }

  private void edited() {
    follow();
    if (!showing) {
      edits.set(edits.get() + 1);
    }
  }

  private void follow() {
    side.follow(chosen(), protocol.chosenKinds());
    models.labelled(side.labelled());
  }

  private Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    state.put(SEEDS, seeds.get());
    protocol.all().forEach(field -> state.put(field.name(), field.textProperty().get()));
    side.fields().forEach(field -> state.put(field.name(), field.textProperty().get()));
    state.putAll(models.state());
    return state;
  }

  private void show(Map<String, String> state) {
    batch(
        () -> {
          seeds.set(state.get(SEEDS));
          // the policy comes before the repeats, which follow it
          protocol.policy().textProperty().set(state.get(protocol.policy().name()));
          protocol.fields().forEach(field -> field.textProperty().set(state.get(field.name())));
          side.fields().forEach(field -> field.textProperty().set(state.get(field.name())));
          models.restore(state);
        });
  }

  /** Shows parameters of models; what is not named stays. */
  void showModels(Map<String, String> values) {
    batch(() -> models.show(values));
  }

  /** Many changes that are one edit. */
  void batch(Runnable changes) {
    showing = true;
    try {
      changes.run();
    } finally {
      showing = false;
    }
    follow();
    edits.set(edits.get() + 1);
  }

  /** What was edited since the last call becomes one step of undo. */
  public void settle() {
    undo.edited(state());
  }

  /** What the form shows now is where undo ends: after defaults have come from the data. */
  void begin() {
    if (!undo.canUndoProperty().get() && !undo.canRedoProperty().get()) {
      undo.reset(state());
    }
  }

  public void undo() {
    settle();
    undo.undo();
  }

  public void redo() {
    undo.redo();
  }

  /** Whether there is something to undo; what is being typed counts once it has settled. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return undo.canUndoProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return undo.canRedoProperty();
  }

  /** Counts edits, whatever they are. */
  public ReadOnlyIntegerProperty editsProperty() {
    return edits.getReadOnlyProperty();
  }

  List<ModelForm> chosen() {
    return models.chosen();
  }

  /** The seeds, or nothing when they are wrong, which is then said. */
  Optional<List<Long>> seeds() {
    seedsError.set("");
    Optional<List<Long>> read = Seeds.read(seeds.get());
    if (read.isEmpty()) {
      seedsError.set(texts.of("train.seeds.error", Seeds.MOST));
    }
    return read;
  }

  /**
   * One experiment for each chosen model and seed, or nothing when a field is wrong. A model
   * without randomness is trained once.
   */
  Optional<List<Experiment>> experiments(String dataset) {
    return new FormExperiments(protocol, side, chosen(), texts).of(dataset, seeds());
  }

  /** Shows what a run was made with, and only its model. */
  void show(Experiment experiment) {
    batch(
        () -> {
          protocol.show(experiment.prepare(), experiment.split(), experiment.protocol());
          side.show(experiment.side());
          seeds.set(Long.toString(experiment.training().seed()));
          models.showOnly(experiment);
        });
    settle();
  }

  /** Sets the defaults that come from the data, and offers what the data have. */
  void know(DataWords data, SideOutline attributes) {
    batch(
        () -> {
          protocol.know(data);
          side.know(data, attributes);
        });
  }

  /** How the data are prepared, divided and judged, and what is read beside them. */
  public List<FormField> dataFields() {
    return Stream.concat(protocol.fields().stream(), side.fields().stream()).toList();
  }

  public ProtocolForm protocol() {
    return protocol;
  }

  ModelForms forms() {
    return models;
  }

  /** The shelf of models. */
  public List<ModelForm> models() {
    return models.all();
  }

  public StringProperty seedsProperty() {
    return seeds;
  }

  public ReadOnlyStringProperty seedsErrorProperty() {
    return seedsError.getReadOnlyProperty();
  }
}
