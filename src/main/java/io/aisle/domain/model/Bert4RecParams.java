package io.aisle.domain.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters of BERT4Rec (Sun and others, 2019), a Transformer that looks both ways and learns to
 * fill in masked items.
 *
 * @param embeddingSize width of items, positions and blocks; a multiple of {@code heads}
 * @param layers Transformer blocks
 * @param heads attention heads per block
 * @param maxLength positions of a row: the newest items of a history and the mask behind them
 * @param dropout share of activations dropped in training
 * @param maskShare share of the items of a window that are masked in training
 * @param loss softmax over the whole catalogue, or binary cross-entropy with sampled negatives
 * @param negatives sampled negatives per masked item, for {@code loss: sampled}
 */
public record Bert4RecParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 16) int layers,
    @Range(min = 1, max = 32) int heads,
    @Range(min = 2, max = 1024) int maxLength,
    @Range(min = 0, max = 0.95) double dropout,
    @Range(min = 0, above = true, max = 0.9) double maskShare,
    NextItemLoss loss,
    @Range(min = 1, max = 10_000) int negatives)
    implements SequenceParams {
  public static final Bert4RecParams DEFAULTS =
      new Bert4RecParams(64, 2, 2, 50, 0.2, 0.3, NextItemLoss.SOFTMAX, 1);

  @Override
  public ModelKind kind() {
    return ModelKind.BERT4REC;
  }

  @Override
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>(SequenceParams.super.violations());
    Violation.ofHeads(embeddingSize, heads).ifPresent(found::add);
    return found;
  }
}
