package io.aisle.ml.neural;

/** The batches that one epoch trains on, in their order. */
interface EpochPlan {
  /** How many batches. */
  int count();

  /** Writes out one batch, with targets. */
  BatchData batch(int index);
}
