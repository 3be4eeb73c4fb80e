package io.aisle.domain.model;

import java.util.Locale;

/** Families of models, in the order in which they are offered. */
public enum ModelGroup {
  COLLABORATIVE,
  NEURAL_COLLABORATIVE,
  SEQUENCE,
  GRAPH,
  PREDICTION;

  /** The key of its words, such as "neural-collaborative". */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
