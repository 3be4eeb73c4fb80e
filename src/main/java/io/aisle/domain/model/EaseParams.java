package io.aisle.domain.model;

/**
 * Parameters of EASE (Steck, 2019).
 *
 * @param regularization lambda, added to the diagonal of the Gram matrix
 */
public record EaseParams(@Range(min = 0, above = true, max = 1e7) double regularization)
    implements ModelParams {
  public static final EaseParams DEFAULTS = new EaseParams(100);

  @Override
  public ModelKind kind() {
    return ModelKind.EASE;
  }
}
