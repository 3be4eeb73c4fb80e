package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import io.aisle.ml.model.Attention;
import java.util.Optional;

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

  /** The attention over the one row of a batch; empty when there is none. */
  default Optional<Attention> attention(PtNDArray flat, Batch batch) {
    return Optional.empty();
  }

  /**
   * Vectors whose products are scores.
   *
   * @param vectors {@code [n, w]}
   * @param items {@code [items, w]}, the first tensor of the layout
   */
  record Encoded(PtNDArray vectors, PtNDArray items) {}
}
