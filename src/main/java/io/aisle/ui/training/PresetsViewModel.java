package io.aisle.ui.training;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.experiment.TrainingPreset;
import io.aisle.domain.settings.OwnPresets;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Settings of all models at once: three that come with the program, and own ones. FX thread. */
public final class PresetsViewModel {
  private final TrainForm form;
  private final SettingsFile<OwnPresets> file;
  private final Background background;
  private final Texts texts;
  private final List<Preset> builtIn;
  private final ObservableList<Preset> all = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Preset> current = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper effect = new ReadOnlyStringWrapper("");

  /**
   * A preset.
   *
   * @param own whether the analyst saved it, and may remove it
   * @param values by the names of the fields
   */
  public record Preset(String name, String summary, boolean own, Map<String, String> values) {}

  public PresetsViewModel(
      TrainForm form, SettingsFile<OwnPresets> file, Background background, Texts texts) {
    this.form = form;
    this.file = file;
    this.background = background;
    this.texts = texts;
    this.builtIn = Arrays.stream(TrainingPreset.values()).map(this::preset).toList();
    all.setAll(builtIn);
    form.editsProperty().subscribe(this::compare);
  }

  private Preset preset(TrainingPreset preset) {
    String key = "preset." + preset.name().toLowerCase(Locale.ROOT);
    return new Preset(
        texts.of(key), texts.of(key + ".summary"), false, ModelForms.values(preset, texts));
  }

  /** Reads the own ones. */
  void load() {
    var unused = background.read(texts.of("preset.job.read"), control -> file.load(), this::show);
  }

  private void show(OwnPresets own) {
    List<Preset> shown = new ArrayList<>(builtIn);
    own.presets()
        .forEach(
            each ->
                shown.add(new Preset(each.name(), texts.of("preset.own"), true, each.values())));
    all.setAll(shown);
    compare();
  }

  public void apply(Preset preset) {
    form.settle();
    form.showModels(preset.values());
    form.settle();
  }

  /** Saves what the form shows; an own preset of that name is replaced. */
  public void save(String name) {
    String wanted = name.strip();
    if (wanted.isEmpty() || builtIn.stream().anyMatch(each -> each.name().equals(wanted))) {
      return;
    }
    List<OwnPresets.OwnPreset> own = own(wanted);
    own.add(new OwnPresets.OwnPreset(wanted, form.forms().values()));
    keep(own);
  }

  public void remove(Preset preset) {
    keep(own(preset.name()));
  }

  private List<OwnPresets.OwnPreset> own(String without) {
    return all.stream()
        .filter(each -> each.own() && !each.name().equals(without))
        .map(each -> new OwnPresets.OwnPreset(each.name(), each.values()))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void keep(List<OwnPresets.OwnPreset> own) {
    OwnPresets kept = new OwnPresets(own);
    show(kept);
    var unused =
        background.read(
            texts.of("preset.job.save"),
            control -> {
              file.save(kept);
              return kept;
            },
            done -> {});
  }

  private void compare() {
    Map<String, String> now = form.forms().values();
    current.set(
        all.stream()
            .filter(each -> now.entrySet().containsAll(each.values().entrySet()))
            .findFirst()
            .orElse(null));
    effect.set(form.forms().differences());
  }

  public ObservableList<Preset> all() {
    return all;
  }

  /** The one that the form shows; null when it shows none of them. */
  public ReadOnlyObjectProperty<Preset> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** What differs from the defaults in the chosen models; empty when nothing does. */
  public ReadOnlyStringProperty effectProperty() {
    return effect.getReadOnlyProperty();
  }
}
