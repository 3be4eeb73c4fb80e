package io.aisle.domain.model;

/**
 * Parameters of GRU4Rec (Hidasi and others, 2016), a recurrent network over the user's sequence.
 *
 * @param embeddingSize width of items
 * @param hiddenSize width of the recurrent state
 * @param layers recurrent layers, one upon the other
 * @param maxLength longest history that is read; older interactions are cut off
 * @param dropout share of activations dropped in training
 * @param loss softmax over the whole catalogue, or binary cross-entropy with sampled negatives
 * @param negatives sampled negatives per position, for {@code loss: sampled}
 */
public record Gru4RecParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 4096) int hiddenSize,
    @Range(min = 1, max = 8) int layers,
    @Range(min = 2, max = 1024) int maxLength,
    @Range(min = 0, max = 0.95) double dropout,
    NextItemLoss loss,
    @Range(min = 1, max = 10_000) int negatives)
    implements SequenceParams {
  public static final Gru4RecParams DEFAULTS =
      new Gru4RecParams(64, 128, 1, 50, 0.3, NextItemLoss.SOFTMAX, 1);

  @Override
  public ModelKind kind() {
    return ModelKind.GRU4REC;
  }
}
