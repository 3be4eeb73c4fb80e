package io.aisle.ml.model;

import java.util.Optional;

/**
 * A fitted model that scores items. Higher is better; scores of one user can be compared with each
 * other only. Owns native memory where the model is neural: close it.
 */
public interface Scorer extends AutoCloseable {
  /** Size of the catalogue. */
  int items();

  /**
   * Scores the whole catalogue for each user of a block, nothing masked.
   *
   * @param out {@code [block.size() * items()]} row-major, overwritten; no NaN and no infinity
   */
  void scoreAll(HistoryBlock block, float[] out);

  /** Whether {@link #scoreAll} may be called by several threads at a time. */
  boolean concurrent();

  /**
   * The attention over one history, where the model has such a thing.
   *
   * @param item whose score it is about; only models in which the candidate asks read it
   */
  default Optional<Attention> attention(int[] history, int item) {
    return Optional.empty();
  }

  /**
   * How a score divides among the items of the history, for models whose score is a sum over them
   * in closed form: the parts add up to the score within rounding. Empty for all other models.
   *
   * @param one a block of one row
   * @return {@code [length of the history]}
   */
  default Optional<double[]> contributions(HistoryBlock one, int item) {
    return Optional.empty();
  }

  /**
   * How alike the items are to this model; empty where it knows nothing of items by themselves,
   * such as popularity, or a comparison of users. What is returned does not need the scorer.
   */
  default Optional<ItemSpace> itemSpace() {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
