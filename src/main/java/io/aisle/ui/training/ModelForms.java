package io.aisle.ui.training;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingPreset;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forms of all models. FX thread only. */
final class ModelForms {
  private static final String CHOSEN = "chosen-";

  private final Texts texts;
  private final List<ModelForm> all;

  /** With the defaults of all, two simple models chosen. */
  ModelForms(Texts texts) {
    this.texts = texts;
    this.all = Arrays.stream(ModelKind.values()).map(kind -> new ModelForm(kind, texts)).toList();
    all.stream()
        .filter(form -> form.kind() == ModelKind.POPULARITY || form.kind() == ModelKind.ITEM_KNN)
        .forEach(form -> form.chosenProperty().set(true));
  }

  List<ModelForm> all() {
    return all;
  }

  List<ModelForm> chosen() {
    return all.stream().filter(form -> form.chosenProperty().get()).toList();
  }

  /** Which are chosen, and all that is written. */
  Map<String, String> state() {
    Map<String, String> state = new LinkedHashMap<>();
    for (ModelForm model : all) {
      String id = model.kind().id();
      state.put(CHOSEN + id, Boolean.toString(model.chosenProperty().get()));
      model.fields().forEach(f -> state.put(id(model, f), f.textProperty().get()));
    }
    return state;
  }

  /** What {@link #state} said. */
  void restore(Map<String, String> state) {
    for (ModelForm model : all) {
      String id = model.kind().id();
      model.chosenProperty().set(Boolean.parseBoolean(state.get(CHOSEN + id)));
      model.fields().forEach(f -> f.textProperty().set(state.get(id(model, f))));
    }
  }

  /** Parameters of all models by the names of their fields. */
  Map<String, String> values() {
    return values(all);
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

  /** The values that a preset gives the fields; it leaves alone what is watched. */
  static Map<String, String> values(TrainingPreset preset, Texts texts) {
    ModelForms forms = new ModelForms(texts);
    forms.all.forEach(form -> form.show(preset.params(form.kind()), preset.training(form.kind())));
    Map<String, String> values = forms.values();
    values.keySet().removeIf(id -> id.endsWith("-" + ModelForm.MONITOR));
    return values;
  }

  /** Watches what is usual for data with or without labels. */
  void labelled(boolean labels) {
    all.forEach(form -> form.labelled(labels));
  }

  /** Shows parameters; what is not named stays. */
  void show(Map<String, String> values) {
    for (ModelForm model : all) {
      for (FormField field : model.fields()) {
        String value = values.get(id(model, field));
        if (value != null) {
          field.textProperty().set(value);
        }
      }
    }
  }

  /** Shows the model that an experiment has, and chooses it alone. */
  void showOnly(Experiment experiment) {
    for (ModelForm model : all) {
      boolean same = model.kind() == experiment.model().kind();
      model.chosenProperty().set(same);
      if (same) {
        model.show(experiment.model(), experiment.training());
      }
    }
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
}
