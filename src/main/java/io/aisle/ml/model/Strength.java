package io.aisle.ml.model;

import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.Arrays;

/** What a pair of a user and an item counts, however often it occurs in the data. */
enum Strength {
  /** Every pair counts 1. */
  PRESENCE,
  /** The sum of the pair's values. */
  VALUE,
  /** The sum of the pair's weights; a pair of weight 0 or below is none. */
  WEIGHT;

  /** For models to which all interactions are alike unless the analyst weighs them. */
  static Strength of(FitData data) {
    return data.weighted() ? WEIGHT : PRESENCE;
  }

  /** Users by items. */
  SparseRows of(Interactions interactions) {
    SparseRows rows = SparseRows.of(interactions);
    return switch (this) {
      case VALUE -> rows;
      case WEIGHT -> positive(rows);
      case PRESENCE -> {
        float[] ones = new float[rows.size()];
        Arrays.fill(ones, 1);
        yield new SparseRows(rows.rows(), rows.columns(), rows.offsets(), rows.column(), ones);
      }
    };
  }

  /** Histories by items. */
  SparseRows of(HistoryBlock block, int items) {
    return of(block.interactions(items));
  }

  private static SparseRows positive(SparseRows rows) {
    int[] offsets = new int[rows.rows() + 1];
    int[] column = new int[rows.size()];
    float[] value = new float[rows.size()];
    int size = 0;
    for (int r = 0; r < rows.rows(); r++) {
      for (int k = rows.offsets()[r]; k < rows.offsets()[r + 1]; k++) {
        if (rows.value()[k] > 0) {
          column[size] = rows.column()[k];
          value[size++] = rows.value()[k];
        }
      }
      offsets[r + 1] = size;
    }
    return new SparseRows(
        rows.rows(),
        rows.columns(),
        offsets,
        Arrays.copyOf(column, size),
        Arrays.copyOf(value, size));
  }
}
