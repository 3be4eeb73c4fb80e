package io.aisle.domain.model;

/**
 * Parameters of Caser (Tang and Wang, 2018), convolutions over the last items of a history.
 *
 * @param embeddingSize width of items and users
 * @param maxLength last items that are read; as many heights of horizontal filters
 * @param horizontalFilters filters of each height over whole items
 * @param verticalFilters weighted sums over the items of each coordinate
 * @param dropout share of activations dropped in training
 * @param userEmbedding whether each user has a vector of their own beside what their items say
 * @param loss softmax over the whole catalogue, or binary cross-entropy with sampled negatives
 * @param negatives sampled negatives per target, for {@code loss: sampled}
 */
public record CaserParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 24) int maxLength,
    @Range(min = 1, max = 512) int horizontalFilters,
    @Range(min = 1, max = 128) int verticalFilters,
    @Range(min = 0, max = 0.95) double dropout,
    boolean userEmbedding,
    NextItemLoss loss,
    @Range(min = 1, max = 10_000) int negatives)
    implements SequenceParams {
  public static final CaserParams DEFAULTS =
      new CaserParams(64, 5, 16, 4, 0.3, false, NextItemLoss.SOFTMAX, 1);

  @Override
  public ModelKind kind() {
    return ModelKind.CASER;
  }
}
