package io.aisle.domain.model;

/**
 * Parameters of the item-based nearest-neighbour recommender (Sarwar and others, 2001).
 *
 * @param neighbours neighbours kept per item
 * @param shrinkage added to the denominator of the similarity; damps similarities with little
 *     support
 * @param similarity how the columns of two items are compared
 * @param prune which side of the similarity keeps its top neighbours
 */
public record ItemKnnParams(
    @Range(min = 1, max = 100_000) int neighbours,
    @Range(min = 0, max = 1e6) double shrinkage,
    Similarity similarity,
    Prune prune)
    implements ModelParams {
  public static final ItemKnnParams DEFAULTS =
      new ItemKnnParams(50, 0, Similarity.COSINE, Prune.CANDIDATE);

  /** Similarities of two item columns. */
  public enum Similarity {
    COSINE,
    JACCARD
  }

  /**
   * {@code candidate}: each recommended item listens to its own nearest neighbours only; {@code
   * history}: each item of the history votes for its own nearest neighbours only, itself being one
   * of them (as in {@code implicit}).
   */
  public enum Prune {
    CANDIDATE,
    HISTORY
  }

  @Override
  public ModelKind kind() {
    return ModelKind.ITEM_KNN;
  }
}
