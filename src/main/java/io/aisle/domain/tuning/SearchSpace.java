package io.aisle.domain.tuning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a search may change. Parameters that are not named stay as the experiment has them.
 *
 * @param model by the names of the model's parameters, in the order in which they are shown
 * @param training by the names of the keys of the training section
 */
public record SearchSpace(Map<String, ParameterRange> model, Map<String, ParameterRange> training) {
  public static final SearchSpace NONE = new SearchSpace(Map.of(), Map.of());

  public SearchSpace {
    model = Collections.unmodifiableMap(new LinkedHashMap<>(model));
    training = Collections.unmodifiableMap(new LinkedHashMap<>(training));
  }

  public boolean isEmpty() {
    return model.isEmpty() && training.isEmpty();
  }
}
