package io.aisle.domain.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Parameters of a model in which what a user did (a convolution over the sequence) looks at what
 * the items were like (a Transformer over their attributes) by multi-head attention.
 *
 * @param embeddingSize width of items, attributes and blocks; a multiple of {@code heads}
 * @param convolutions convolution layers over the behaviour, one upon the other
 * @param kernel items that a convolution sees at once, the newest last
 * @param layers Transformer blocks over the attributes
 * @param heads attention heads per block and between the two
 * @param maxLength longest history that is read; older interactions are cut off
 * @param dropout share of activations dropped in training
 * @param loss softmax over the whole catalogue, or binary cross-entropy with sampled negatives
 * @param negatives sampled negatives per position, for {@code loss: sampled}
 */
public record CrossAttentionParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 8) int convolutions,
    @Range(min = 1, max = 32) int kernel,
    @Range(min = 1, max = 16) int layers,
    @Range(min = 1, max = 32) int heads,
    @Range(min = 2, max = 1024) int maxLength,
    @Range(min = 0, max = 0.95) double dropout,
    NextItemLoss loss,
    @Range(min = 1, max = 10_000) int negatives)
    implements SequenceParams {
  public static final CrossAttentionParams DEFAULTS =
      new CrossAttentionParams(64, 1, 5, 1, 2, 50, 0.2, NextItemLoss.SOFTMAX, 1);

  @Override
  public ModelKind kind() {
    return ModelKind.CROSS_ATTENTION;
  }

  @Override
  public List<Violation> violations() {
    List<Violation> found = new ArrayList<>(SequenceParams.super.violations());
    Violation.ofHeads(embeddingSize, heads).ifPresent(found::add);
    return found;
  }
}
