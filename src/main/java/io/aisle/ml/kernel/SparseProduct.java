package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/** A sparse matrix times a dense one, row by row: what flows along the edges of a graph. */
public final class SparseProduct {
  private static final int BLOCK = 4 * FloatVectors.LANES;

  private SparseProduct() {}

  /**
   * {@code out[r] = base[r] + sum_k weight[k] * in[column[k]]} for rows {@code from} to {@code to -
   * 1}. Each number is summed in the order of the cells, so pieces of a loop may be cut anywhere.
   *
   * @param offsets {@code [rows + 1]} where the cells of each row start
   * @param in {@code [columns * side]} row-major
   * @param side values of a row, a multiple of a register ({@link FloatVectors#padded})
   * @param base {@code [rows * side]}
   * @param out {@code [rows * side]}; not {@code in}, may be {@code base}
   */
  public static void addRows(
      int[] offsets,
      int[] column,
      float[] weight,
      float[] in,
      int side,
      float[] base,
      float[] out,
      int from,
      int to) {
    for (int row = from; row < to; row++) {
      int k = 0;
      for (; k + BLOCK <= side; k += BLOCK) {
        block(column, weight, in, side, base, out, offsets[row], offsets[row + 1], row, k);
      }
      for (; k < side; k += FloatVectors.LANES) {
        FloatVector sum = FloatVector.fromArray(FloatVectors.SPECIES, base, row * side + k);
        for (int e = offsets[row]; e < offsets[row + 1]; e++) {
          sum =
              FloatVector.fromArray(FloatVectors.SPECIES, in, column[e] * side + k)
                  .fma(FloatVector.broadcast(FloatVectors.SPECIES, weight[e]), sum);
        }
        sum.intoArray(out, row * side + k);
      }
    }
  }

  private static void block(
      int[] column,
      float[] weight,
      float[] in,
      int side,
      float[] base,
      float[] out,
      int first,
      int end,
      int row,
      int k) {
    int to = row * side + k;
    FloatVector a = FloatVector.fromArray(FloatVectors.SPECIES, base, to);
    FloatVector b = FloatVector.fromArray(FloatVectors.SPECIES, base, to + FloatVectors.LANES);
    FloatVector c = FloatVector.fromArray(FloatVectors.SPECIES, base, to + 2 * FloatVectors.LANES);
    FloatVector d = FloatVector.fromArray(FloatVectors.SPECIES, base, to + 3 * FloatVectors.LANES);
    for (int e = first; e < end; e++) {
      int at = column[e] * side + k;
      FloatVector factor = FloatVector.broadcast(FloatVectors.SPECIES, weight[e]);
      a = FloatVector.fromArray(FloatVectors.SPECIES, in, at).fma(factor, a);
      b = FloatVector.fromArray(FloatVectors.SPECIES, in, at + FloatVectors.LANES).fma(factor, b);
      c =
          FloatVector.fromArray(FloatVectors.SPECIES, in, at + 2 * FloatVectors.LANES)
              .fma(factor, c);
      d =
          FloatVector.fromArray(FloatVectors.SPECIES, in, at + 3 * FloatVectors.LANES)
              .fma(factor, d);
    }
    a.intoArray(out, to);
    b.intoArray(out, to + FloatVectors.LANES);
    c.intoArray(out, to + 2 * FloatVectors.LANES);
    d.intoArray(out, to + 3 * FloatVectors.LANES);
  }
}
