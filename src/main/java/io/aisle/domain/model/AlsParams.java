package io.aisle.domain.model;

/**
 * Parameters of implicit alternating least squares (Hu, Koren and Volinsky, 2008). Confidence is 1
 * + alpha * value.
 *
 * @param embeddingSize factors
 * @param regularization lambda
 * @param alpha weight of an interaction
 * @param scaleRegularization whether lambda is multiplied by the row's number of interactions
 */
public record AlsParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 0, max = 1e6) double regularization,
    @Range(min = 0, above = true, max = 1e6) double alpha,
    boolean scaleRegularization)
    implements ModelParams {
  public static final AlsParams DEFAULTS = new AlsParams(64, 30, 4, false);

  @Override
  public ModelKind kind() {
    return ModelKind.ALS;
  }
}
