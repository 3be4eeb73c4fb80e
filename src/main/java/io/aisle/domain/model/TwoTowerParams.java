package io.aisle.domain.model;

/**
 * Parameters of the two-tower model (Yi and others, 2019): one network describes users, one items,
 * and the product of both is the score.
 *
 * @param embeddingSize numbers of each field
 * @param maxLength newest items of a history that are read as one field; 0 reads none
 * @param hiddenLayer units of the hidden layer of each tower
 * @param outputSize numbers that a tower describes a user or an item with
 * @param temperature the cosine of both is divided by it
 * @param popularityCorrection whether popular items are forgiven for being drawn more often
 */
public record TwoTowerParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 0, max = 1024) int maxLength,
    @Range(min = 1, max = 4096) int hiddenLayer,
    @Range(min = 1, max = 1024) int outputSize,
    @Range(min = 0, above = true, max = 10) double temperature,
    boolean popularityCorrection)
    implements ModelParams {
  public static final TwoTowerParams DEFAULTS = new TwoTowerParams(64, 100, 128, 64, 0.1, true);

  @Override
  public ModelKind kind() {
    return ModelKind.TWO_TOWER;
  }
}
