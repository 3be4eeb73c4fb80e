package io.aisle.ui.training;

import io.aisle.core.training.SideOutline;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.SideSpec;
import io.aisle.domain.experiment.TrainingPreset;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Undo;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final String CHOSEN = "chosen-";

  private final Texts texts;
  private final ProtocolForm protocol;
  private final SideForm side;
  private final List<ModelForm> models;
  private final StringProperty seeds = new SimpleStringProperty("42");
  private final ReadOnlyStringWrapper seedsError = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper edits = new ReadOnlyIntegerWrapper();
  private final Undo<Map<String, String>> undo;
  private boolean showing;

  public TrainForm(Texts texts) {
    this.texts = texts;
    this.protocol = new ProtocolForm(texts);
    this.side = new SideForm(texts);
    this.models =
        Arrays.stream(ModelKind.values()).map(kind -> new ModelForm(kind, texts)).toList();
    models.stream()
        .filter(form -> form.kind() == ModelKind.POPULARITY || form.kind() == ModelKind.ITEM_KNN)
        .forEach(form -> form.chosenProperty().set(true));
    this.undo = new Undo<>(state(), this::show);
    seeds.subscribe((before, now) -> edited());
    protocol.all().forEach(field -> field.textProperty().subscribe((before, now) -> edited()));
    side.fields().forEach(field -> field.textProperty().subscribe((before, now) -> edited()));
    for (ModelForm model : models) {
      model.chosenProperty().subscribe((before, now) -> edited());
      model.fields().forEach(field -> field.textProperty().subscribe((b, now) -> edited()));
    }
  }

  private void edited() {
    side.follow(chosen(), protocol.chosenKinds());
    if (!showing) {
      edits.set(edits.get() + 1);
    }
  }

  private Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    state.put(SEEDS, seeds.get());
    protocol.all().forEach(field -> state.put(field.name(), field.textProperty().get()));
    side.fields().forEach(field -> state.put(field.name(), field.textProperty().get()));
    for (ModelForm model : models) {
      String id = model.kind().id();
      state.put(CHOSEN + id, Boolean.toString(model.chosenProperty().get()));
      model.fields().forEach(f -> state.put(id(model, f), f.textProperty().get()));
    }
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
          for (ModelForm model : models) {
            String id = model.kind().id();
            model.chosenProperty().set(Boolean.parseBoolean(state.get(CHOSEN + id)));
            model.fields().forEach(f -> f.textProperty().set(state.get(id(model, f))));
          }
        });
  }

  /** Parameters of all models by the names of their fields, and nothing else. */
  Map<String, String> modelValues() {
    return values(models);
  }

  private static Map<String, String> values(List<ModelForm> models) {
    Map<String, String> values = new LinkedHashMap<>();
    for (ModelForm model : models) {
      model.fields().forEach(f -> values.put(id(model, f), f.textProperty().get()));
    }
    return values;
  }

  private static String id(ModelForm model, FormField field) {
    return model.kind().id() + "-" + field.name();
  }

  /** The values that a preset gives the fields. */
  static Map<String, String> values(TrainingPreset preset, Texts texts) {
    return values(
        Arrays.stream(ModelKind.values())
            .map(
                kind -> {
                  ModelForm form = new ModelForm(kind, texts);
                  form.show(preset.params(kind), preset.training(kind));
                  return form;
                })
            .toList());
  }

  /** Shows parameters of models; what is not named stays. */
  void showModels(Map<String, String> values) {
    batch(
        () -> {
          for (ModelForm model : models) {
            for (FormField field : model.fields()) {
              String value = values.get(id(model, field));
              if (value != null) {
                field.textProperty().set(value);
              }
            }
          }
        });
  }

  /** What differs from the defaults in the chosen models, in words. */
  String differences() {
    List<String> all = new ArrayList<>();
    for (ModelForm model : chosen()) {
      List<String> changed =
          model.fields().stream()
              .filter(field -> field.changedProperty().get())
              .map(field -> texts.of("preset.value", field.label(), field.valueWord()))
              .toList();
      if (!changed.isEmpty()) {
        all.add(
            texts.of("preset.model", model.title(), String.join(texts.of("list.comma"), changed)));
      }
    }
    return String.join("\n", all);
  }

  /** Many changes that are one edit. */
  void batch(Runnable changes) {
    showing = true;
    try {
      changes.run();
    } finally {
      showing = false;
    }
    side.follow(chosen(), protocol.chosenKinds());
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
    return models.stream().filter(form -> form.chosenProperty().get()).toList();
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
    Optional<ProtocolForm.Filled> how = protocol.value();
    Optional<SideSpec> beside = side.value();
    Optional<List<Long>> numbers = seeds();
    List<Experiment> all = new ArrayList<>();
    boolean complete = how.isPresent() && beside.isPresent() && numbers.isPresent();
    for (ModelForm model : chosen()) {
      for (long seed : seeds(model, numbers.orElse(List.of(0L)))) {
        Optional<ModelForm.Filled> filled = model.value(seed);
        complete &= filled.isPresent();
        if (complete) {
          all.add(
              experiment(
                  dataset, model, how.get(), beside.get(), filled.get(), numbers.get().size() > 1));
        }
      }
    }
    return complete ? Optional.of(all) : Optional.empty();
  }

  private static List<Long> seeds(ModelForm model, List<Long> numbers) {
    return model.random() ? numbers : numbers.subList(0, 1);
  }

  private Experiment experiment(
      String dataset,
      ModelForm model,
      ProtocolForm.Filled how,
      SideSpec beside,
      ModelForm.Filled filled,
      boolean several) {
    String name =
        several && model.random()
            ? texts.of("train.name.seed", model.title(), Long.toString(filled.training().seed()))
            : model.title();
    return new Experiment(
        name,
        new DatasetSpec.Named(dataset),
        how.prepare(),
        how.split(),
        how.protocol(),
        beside,
        filled.params(),
        filled.training());
  }

  /** Shows what a run was made with, and only its model. */
  void show(Experiment experiment) {
    batch(
        () -> {
          protocol.show(experiment.prepare(), experiment.split(), experiment.protocol());
          side.show(experiment.side());
          seeds.set(Long.toString(experiment.training().seed()));
          for (ModelForm model : models) {
            boolean same = model.kind() == experiment.model().kind();
            model.chosenProperty().set(same);
            if (same) {
              model.show(experiment.model(), experiment.training());
            }
          }
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

  /** The shelf of models. */
  public List<ModelForm> models() {
    return models;
  }

  public StringProperty seedsProperty() {
    return seeds;
  }

  public ReadOnlyStringProperty seedsErrorProperty() {
    return seedsError.getReadOnlyProperty();
  }
}
