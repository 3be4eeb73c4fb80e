package io.aisle.domain.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters of SASRec (Kang and McAuley, 2018), a causal Transformer over the user's sequence.
 *
 * @param embeddingSize width of items, positions and blocks; a multiple of {@code heads}
 * @param layers Transformer blocks
 * @param heads attention heads per block
 * @param maxLength longest history that is read; older interactions are cut off
 * @param dropout share of activations dropped in training
 * @param loss softmax over the whole catalogue, or binary cross-entropy with sampled negatives
 * @param negatives sampled negatives per position, for {@code loss: sampled}
 * @param positions whether every position of a sequence is a training target, or only the last;
 *     then each prefix of a sequence is trained on as one of its own, which takes far longer
 */
public record SasRecParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 16) int layers,
    @Range(min = 1, max = 32) int heads,
    @Range(min = 2, max = 1024) int maxLength,
    @Range(min = 0, max = 0.95) double dropout,
    NextItemLoss loss,
    @Range(min = 1, max = 10_000) int negatives,
    Positions positions)
    implements SequenceParams {
  public static final SasRecParams DEFAULTS =
      new SasRecParams(64, 2, 2, 50, 0.2, NextItemLoss.SOFTMAX, 1, Positions.ALL);

  /** Which positions of a sequence are training targets. */
  public enum Positions {
    ALL,
    LAST
  }

  @Override
  public ModelKind kind() {
    return ModelKind.SASREC;
  }

  @Override
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>(SequenceParams.super.violations());
    Violation.ofHeads(embeddingSize, heads).ifPresent(found::add);
    return found;
  }
}
