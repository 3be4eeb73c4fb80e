package io.aisle.ml.neural;

import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.data.Interactions;
import java.util.SplittableRandom;

/** The rows that one epoch trains on, in their order; each item but a user's first is a target. */
interface EpochPlan {
  int rows();

  /** Positions per row. */
  int length();

  /** Writes a row of the plan into a row of cells. */
  void write(int row, RowCells cells, int at);

  /** The cells of rows {@code from} to {@code to - 1}. */
  default RowCells cells(int from, int to) {
    RowCells cells = new RowCells(to - from, length());
    for (int row = from; row < to; row++) {
      write(row, cells, row - from);
    }
    return cells;
  }

  /**
   * @param maxLength longest window
   * @param seed fixes windows and order
   */
  static EpochPlan of(Interactions train, int maxLength, Positions positions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return switch (positions) {
      case ALL -> PackedPlan.of(train, maxLength, random);
      case LAST -> PrefixPlan.of(train, maxLength, random);
    };
  }
}
