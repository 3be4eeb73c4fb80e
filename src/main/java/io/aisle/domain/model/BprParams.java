package io.aisle.domain.model;

/**
 * Parameters of Bayesian personalised ranking of matrix factors (Rendle and others, 2009).
 *
 * @param embeddingSize factors
 * @param regularization L2 weight on the factors and the item bias
 */
public record BprParams(
    @Range(min = 1, max = 1024) int embeddingSize, @Range(min = 0, max = 1e3) double regularization)
    implements ModelParams {
  public static final BprParams DEFAULTS = new BprParams(64, 0.03);

  @Override
  public ModelKind kind() {
    return ModelKind.BPR;
  }
}
