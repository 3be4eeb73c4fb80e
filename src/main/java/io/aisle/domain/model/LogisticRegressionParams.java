package io.aisle.domain.model;

/**
 * Parameters of logistic regression on ids and attributes.
 *
 * @param negatives drawn for each interaction where the data have no labels
 */
public record LogisticRegressionParams(@Range(min = 1, max = 1000) int negatives)
    implements ModelParams {
  public static final LogisticRegressionParams DEFAULTS = new LogisticRegressionParams(4);

  @Override
  public ModelKind kind() {
    return ModelKind.LOGISTIC_REGRESSION;
  }
}
