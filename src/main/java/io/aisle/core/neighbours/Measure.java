package io.aisle.core.neighbours;

/** In what a model says how alike two items are. */
public enum Measure {
  /** The cosine of the angle of their vectors, -1 to 1. */
  COSINE,
  /** What the one adds to the score of the other, above 0, in the unit of the model's scores. */
  WEIGHT
}
