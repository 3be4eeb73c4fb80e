package io.aisle.domain.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one trial sets differently from its experiment: plain values by the names of parameters.
 *
 * @param model parameters of the model
 * @param training keys of the training section
 */
public record TrialSettings(Map<String, Object> model, Map<String, Object> training) {
  public static final TrialSettings NONE = new TrialSettings(Map.of(), Map.of());

  public TrialSettings {
    model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
    training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
  }

  /** All of them; no name stands for a parameter of both. */
  public Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>(model);
    all.putAll(training);
    return all;
  }
}
