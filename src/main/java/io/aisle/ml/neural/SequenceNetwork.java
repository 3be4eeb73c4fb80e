package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/** The part of a sequence model that turns items into vectors. Confined to one thread. */
interface SequenceNetwork {
  /**
   * What a training batch is to predict from.
   *
   * @param flat the parameters, {@code [size]} as the model's layout says
   * @return one vector for each target of the batch
   */
  Encoded encode(PtNDArray flat, Batch batch);

  /**
   * What the next item of each row is predicted from.
   *
   * @return one vector for each row of the batch
   */
  Encoded newest(PtNDArray flat, Batch batch);

  /**
   * The attention over the one row of a batch, {@code [layer][head][query][key]}, masked cells NaN;
   * empty when there is none.
   */
  default float[][][][] attention(PtNDArray flat, Batch batch) {
    return new float[0][][][];
  }

  /**
   * Vectors whose products are scores.
   *
   * @param vectors {@code [n, w]}
   * @param items {@code [items, w]}, the first tensor of the layout
   */
  record Encoded(PtNDArray vectors, PtNDArray items) {}
}
