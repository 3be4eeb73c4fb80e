package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.Optional;

/**
 * How a network scores items for users. Both sides are computed apart and joined, so that the items
 * of a catalogue are described once for all users. Rows are users; each has its own candidates in
 * training (as many groups as rows) or all have the same (one group).
 */
interface PairModel {
  Layout layout();

  /**
   * What is known of users alone.
   *
   * @param weights the tensors of {@link #layout}
   * @param cells {@code [rows, fields, width]}
   * @param past {@code [rows, maxLength]} 1 where the history has an item, else 0
   */
  PtNDArray[] user(Ops ops, PtNDArray[] weights, PtNDArray cells, PtNDArray past);

  /**
   * What is known of items alone.
   *
   * @param cells {@code [groups, candidates, fields, width]}
   */
  PtNDArray[] item(Ops ops, PtNDArray[] weights, PtNDArray cells);

  /**
   * Vectors of items whose products rank, where the model has such: one of what {@link #item} gave.
   * Without them the embeddings that it reads stand for the items.
   *
   * @return {@code [items, w]} or {@code [1, items, w]}
   */
  default Optional<PtNDArray> vectors(PtNDArray[] item) {
    return Optional.empty();
  }

  /**
   * @param rows of the user side
   * @param candidates of each row
   * @return scores {@code [rows * candidates]}
   */
  PtNDArray scores(
      Ops ops,
      PtNDArray[] weights,
      PtNDArray[] user,
      PtNDArray[] item,
      int rows,
      int candidates,
      Dropout dropout);
}
