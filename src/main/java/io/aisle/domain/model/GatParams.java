package io.aisle.domain.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters of graph attention (Velickovic and others, 2018) over the graph of users and items.
 *
 * @param embeddingSize width of the embeddings; a multiple of {@code heads}
 * @param layers steps along edges that are averaged
 * @param heads attention heads of a layer
 * @param regularization L2 weight on the embeddings that a pair touches
 */
public record GatParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 16) int layers,
    @Range(min = 1, max = 32) int heads,
    @Range(min = 0, max = 1e3) double regularization)
    implements ModelParams {
  public static final GatParams DEFAULTS = new GatParams(64, 2, 2, 1e-4);

  @Override
  public ModelKind kind() {
    return ModelKind.GAT;
  }

  @Override
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>(ModelParams.super.violations());
    Violation.ofHeads(embeddingSize, heads).ifPresent(found::add);
    return found;
  }
}
