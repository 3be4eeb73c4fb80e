package io.aisle.domain.settings;

import java.util.List;
import java.util.Map;

/** Presets of training that the analyst has saved; kept in the workspace. */
public record OwnPresets(List<OwnPreset> presets) {
  public static final OwnPresets NONE = new OwnPresets(List.of());

  public OwnPresets {
    presets = List.copyOf(presets);
  }

  /**
   * What the form showed when it was saved.
   *
   * @param values by the names of the form's fields; what a later program does not know it passes
   *     over
   */
  public record OwnPreset(String name, Map<String, String> values) {
    public OwnPreset {
      values = Map.copyOf(values);
    }
  }
}
