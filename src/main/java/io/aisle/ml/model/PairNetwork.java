package io.aisle.ml.model;

import io.aisle.ml.embedding.PairBatch;

/**
 * What a model computes on a batch of users and items that are given as cells of embeddings.
 * Confined to one thread; owns native memory where it is neural: close it.
 */
public interface PairNetwork extends AutoCloseable {
  /** Its weights beside the embeddings. */
  DenseLayout layout();

  /**
   * What a batch is computed from.
   *
   * @param users {@code [rows * userFields * width]} at least
   * @param items {@code [rows * candidates * itemFields * width]} at least
   * @param past {@code [rows]} items of each history that was read
   * @param dense all weights of {@link #layout}; not to be changed
   */
  record Input(PairBatch batch, float[] users, float[] items, int[] past, float[] dense) {}

  /**
   * Where the gradients of the mean loss go, each of the size of what it belongs to; overwritten.
   */
  record Gradients(float[] users, float[] items, float[] dense) {}

  /**
   * @param sum over everything that counts
   * @param count what counts
   */
  record Loss(double sum, int count) {}

  /** Draws anew what is random in an epoch. */
  default void begin(long seed) {}

  /** Loss and gradients of a batch. */
  Loss backward(Input input, Gradients gradients);

  @Override
  default void close() {}
}
