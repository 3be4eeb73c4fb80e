package io.aisle.domain.model;

/**
 * Parameters of LightGCN (He and others, 2020), embeddings smoothed over the graph of users and
 * items.
 *
 * @param embeddingSize width of the embeddings
 * @param layers steps along edges that are averaged
 * @param regularization L2 weight on the embeddings that a pair touches
 */
public record LightGcnParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 16) int layers,
    @Range(min = 0, max = 1e3) double regularization)
    implements ModelParams {
  public static final LightGcnParams DEFAULTS = new LightGcnParams(64, 2, 1e-4);

  @Override
  public ModelKind kind() {
    return ModelKind.LIGHTGCN;
  }
}
