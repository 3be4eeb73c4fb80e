package io.aisle.domain.model;

/**
 * Parameters of biased matrix factorisation for ratings (Koren, Bell and Volinsky, 2009).
 *
 * @param embeddingSize factors
 * @param regularization weight of the squared factors and biases, once for each rating
 */
public record MfParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 0, above = true, max = 1e3) double regularization)
    implements ModelParams {
  public static final MfParams DEFAULTS = new MfParams(32, 0.13);

  @Override
  public ModelKind kind() {
    return ModelKind.MF;
  }
}
