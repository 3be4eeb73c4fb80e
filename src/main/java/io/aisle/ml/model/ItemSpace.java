package io.aisle.ml.model;

/**
 * What a fitted model knows of how alike items are, apart from any user. Immutable, thread-safe.
 */
public sealed interface ItemSpace {
  /** Size of the catalogue. */
  int items();

  /**
   * Items as vectors of which the model makes its scores. How alike two are is the cosine of their
   * angle; an item that the training never saw may be all zeros.
   *
   * @param width numbers of a vector
   * @param data {@code [items * width]} row-major; shared
   */
  record Vectors(int items, int width, float[] data) implements ItemSpace {}

  /**
   * Weights from item to item, in the unit of the model's scores: what an item of a history adds to
   * the score of another one. They need not be the same in both directions.
   */
  interface Weighted {
    /**
     * @param out {@code [items]}, all 0: what the item adds to each
     */
    void add(int item, float[] out);
  }

  /** A model that compares items with each other and has no vectors. */
  record Links(int items, Weighted weights) implements ItemSpace {}
}
