package io.aisle.domain.model;

import io.aisle.domain.model.ItemKnnParams.Similarity;

/**
 * Parameters of the user-based nearest-neighbour recommender (Resnick and others, 1994).
 *
 * @param neighbours users that are listened to
 * @param shrinkage added to the denominator of the similarity; damps similarities with little
 *     support
 * @param similarity how the rows of two users are compared
 */
public record UserKnnParams(
    @Range(min = 1, max = 100_000) int neighbours,
    @Range(min = 0, max = 1e6) double shrinkage,
    Similarity similarity)
    implements ModelParams {
  public static final UserKnnParams DEFAULTS = new UserKnnParams(50, 0, Similarity.COSINE);

  @Override
  public ModelKind kind() {
    return ModelKind.USER_KNN;
  }
}
