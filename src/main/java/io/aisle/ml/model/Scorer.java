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

  /** The attention over one history, where the model has such a thing. */
  default Optional<Attention> attention(int[] history) {
    return Optional.empty();
  }

  @Override
  default void close() {}
}
