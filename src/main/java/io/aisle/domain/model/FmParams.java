package io.aisle.domain.model;

/**
 * Parameters of a factorisation machine of second order (Rendle, 2010).
 *
 * @param embeddingSize factors of each field
 * @param maxLength newest items of a history that are read as one field; 0 reads none
 * @param negatives drawn for each interaction where the data have no labels
 */
public record FmParams(
    @Range(min = 1, max = 1024) int embeddingSize,
    @Range(min = 0, max = 1024) int maxLength,
    @Range(min = 1, max = 1000) int negatives)
    implements ModelParams {
  public static final FmParams DEFAULTS = new FmParams(16, 0, 4);

  @Override
  public ModelKind kind() {
    return ModelKind.FM;
  }
}
