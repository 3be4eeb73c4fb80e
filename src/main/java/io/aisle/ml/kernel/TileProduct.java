package io.aisle.ml.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** {@code C -= A^T B} for square tiles of doubles: the step that an inverse is made of. */
final class TileProduct {
  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int WIDTH = 2 * LANES;
  private static final int ROWS = 4;
  private static final int SIDE = SymmetricTiles.SIDE;

  private TileProduct() {}

  /**
   * @param a {@code [SIDE * SIDE]}, row-major from {@code aFrom}
   * @param b the same from {@code bFrom}
   * @param c the same from 0; changed
   */
  static void subtract(double[] a, int aFrom, double[] b, int bFrom, double[] c) {
    for (int column = 0; column < SIDE; column += WIDTH) {
      for (int row = 0; row < SIDE; row += ROWS) {
        block(a, aFrom + row, b, bFrom + column, c, row * SIDE + column);
      }
    }
  }

  private static void block(double[] a, int aFrom, double[] b, int bFrom, double[] c, int at) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector t0 = s0;
    DoubleVector t1 = s0;
    DoubleVector u0 = s0;
    DoubleVector u1 = s0;
    DoubleVector v0 = s0;
    DoubleVector v1 = s0;
    for (int k = 0; k < SIDE; k++) {
      int left = aFrom + k * SIDE;
      DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, bFrom + k * SIDE);
      DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, bFrom + k * SIDE + LANES);
      DoubleVector factor = DoubleVector.broadcast(SPECIES, a[left]);
      s0 = b0.fma(factor, s0);
      s1 = b1.fma(factor, s1);
      factor = DoubleVector.broadcast(SPECIES, a[left + 1]);
      t0 = b0.fma(factor, t0);
      t1 = b1.fma(factor, t1);
      factor = DoubleVector.broadcast(SPECIES, a[left + 2]);
      u0 = b0.fma(factor, u0);
      u1 = b1.fma(factor, u1);
      factor = DoubleVector.broadcast(SPECIES, a[left + 3]);
      v0 = b0.fma(factor, v0);
      v1 = b1.fma(factor, v1);
    }
    take(c, at, s0, s1);
    take(c, at + SIDE, t0, t1);
    take(c, at + 2 * SIDE, u0, u1);
    take(c, at + 3 * SIDE, v0, v1);
  }

  private static void take(double[] c, int at, DoubleVector left, DoubleVector right) {
    DoubleVector.fromArray(SPECIES, c, at).sub(left).intoArray(c, at);
    DoubleVector.fromArray(SPECIES, c, at + LANES).sub(right).intoArray(c, at + LANES);
  }
}
