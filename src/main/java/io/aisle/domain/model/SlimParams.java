package io.aisle.domain.model;

/**
 * Parameters of SLIM (Ning and Karypis, 2011).
 *
 * @param regularization weight of the squared weights
 * @param sparsity weight of the absolute weights; larger values leave more of them at zero
 * @param nonNegative whether no weight may be below zero
 */
public record SlimParams(
    @Range(min = 0, max = 1e7) double regularization,
    @Range(min = 0, above = true, max = 1e7) double sparsity,
    boolean nonNegative)
    implements ModelParams {
  public static final SlimParams DEFAULTS = new SlimParams(30, 1, true);

  @Override
  public ModelKind kind() {
    return ModelKind.SLIM;
  }
}
