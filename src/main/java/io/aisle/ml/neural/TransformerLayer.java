package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * The parameters of one Transformer block of width d. In a block that needs only the newest
 * position's query, the projections of queries and of keys with values lie apart; otherwise {@code
 * keyValue*} is null and {@code query*} projects all three.
 *
 * @param queryWeight {@code [3d, d]}, or {@code [d, d]} when apart
 * @param keyValueWeight {@code [2d, d]} or null
 * @param innerWeight {@code [4d, d]}
 * @param outerWeight {@code [d, 4d]}
 */
record TransformerLayer(
    PtNDArray attentionNormWeight,
    PtNDArray attentionNormBias,
    PtNDArray queryWeight,
    PtNDArray keyValueWeight,
    PtNDArray queryBias,
    PtNDArray keyValueBias,
    PtNDArray outputWeight,
    PtNDArray outputBias,
    PtNDArray feedForwardNormWeight,
    PtNDArray feedForwardNormBias,
    PtNDArray innerWeight,
    PtNDArray innerBias,
    PtNDArray outerWeight,
    PtNDArray outerBias) {
  boolean queryApart() {
    return keyValueWeight != null;
  }

  /** Takes a block's matrices and vectors in the order of {@link TransformerLayout}. */
  static TransformerLayer read(Pieces matrices, Pieces vectors, boolean apart) {
    return new TransformerLayer(
        vectors.next(),
        vectors.next(),
        matrices.next(),
        apart ? matrices.next() : null,
        vectors.next(),
        apart ? vectors.next() : null,
        matrices.next(),
        vectors.next(),
        vectors.next(),
        vectors.next(),
        matrices.next(),
        vectors.next(),
        matrices.next(),
        vectors.next());
  }
}
