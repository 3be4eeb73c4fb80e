package io.aisle.domain.model;

/**
 * Parameters of DeepFM (Guo and others, 2017): a factorisation machine and a multilayer perceptron
 * over the same embeddings.
 *
 * @param embeddingSize factors of each field
 * @param maxLength newest items of a history that are read as one field; 0 reads none
 * @param firstLayer units of the first hidden layer
 * @param secondLayer units of the second
 * @param dropout share of the units of both layers dropped in training
 * @param negatives drawn for each interaction where the data have no labels
 */
public record DeepFmParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 0, max = 1024) int maxLength,
    @Range(min = 1, max = 4096) int firstLayer,
    @Range(min = 1, max = 4096) int secondLayer,
    @Range(min = 0, max = 0.95) double dropout,
    @Range(min = 1, max = 1000) int negatives)
    implements ModelParams {
  public static final DeepFmParams DEFAULTS = new DeepFmParams(32, 0, 64, 32, 0.5, 4);

  @Override
  public ModelKind kind() {
    return ModelKind.DEEPFM;
  }
}
