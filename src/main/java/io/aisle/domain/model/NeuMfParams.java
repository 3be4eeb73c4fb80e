package io.aisle.domain.model;

/**
 * Parameters of neural matrix factorisation (He and others, 2017): a generalised product and a
 * multilayer perceptron side by side, each with embeddings of its own.
 *
 * @param embeddingSize width of each of the two embeddings
 * @param firstLayer units of the first hidden layer
 * @param secondLayer units of the second
 * @param dropout share of the units of both layers dropped in training
 * @param negatives drawn for each interaction
 */
public record NeuMfParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 1, max = 4096) int firstLayer,
    @Range(min = 1, max = 4096) int secondLayer,
    @Range(min = 0, max = 0.95) double dropout,
    @Range(min = 1, max = 1000) int negatives)
    implements ModelParams {
  public static final NeuMfParams DEFAULTS = new NeuMfParams(32, 64, 32, 0.2, 1);

  @Override
  public ModelKind kind() {
    return ModelKind.NEUMF;
  }
}
