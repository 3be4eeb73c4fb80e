package io.aisle.domain.model;

/**
 * Parameters of the deep interest network (Zhou and others, 2018): attention of the candidate over
 * the history.
 *
 * @param embeddingSize numbers of each field
 * @param maxLength newest items of a history that are attended to
 * @param attentionLayer units of the attention's hidden layer
 * @param firstLayer units of the first hidden layer
 * @param secondLayer units of the second
 * @param dropout share of the units of both layers dropped in training
 * @param negatives drawn for each interaction where the data have no labels
 */
public record DinParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 1024) int maxLength,
    @Range(min = 1, max = 1024) int attentionLayer,
    @Range(min = 1, max = 4096) int firstLayer,
    @Range(min = 1, max = 4096) int secondLayer,
    @Range(min = 0, max = 0.95) double dropout,
    @Range(min = 1, max = 1000) int negatives)
    implements ModelParams {
  public static final DinParams DEFAULTS = new DinParams(16, 30, 16, 64, 32, 0.5, 4);

  @Override
  public ModelKind kind() {
    return ModelKind.DIN;
  }
}
