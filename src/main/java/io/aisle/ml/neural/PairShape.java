package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.Arrays;

/**
 * Sizes of what models of users and items compute with.
 *
 * @param userFields cells of a user
 * @param itemFields cells of an item
 * @param width numbers of a cell
 * @param pastCells cells of the history, one for each item, or 0 where it is none or one mean
 */
record PairShape(int userFields, int itemFields, int width, int pastCells) {
  Shape users(int rows) {
    return new Shape(rows, userFields, width);
  }

  Shape items(int groups, int candidates) {
    return new Shape(groups, candidates, itemFields, width);
  }

  /**
   * {@code [rows, pastCells]} 1 where a history has an item; null where nobody asks.
   *
   * @param lengths items of each row's history
   */
  PtNDArray past(int[] lengths, PtNDManager manager) {
    if (pastCells == 0) {
      return null;
    }
    float[] there = new float[lengths.length * pastCells];
    for (int r = 0; r < lengths.length; r++) {
      Arrays.fill(there, r * pastCells, r * pastCells + lengths[r], 1);
    }
    return (PtNDArray) manager.create(there, new Shape(lengths.length, pastCells));
  }
}
