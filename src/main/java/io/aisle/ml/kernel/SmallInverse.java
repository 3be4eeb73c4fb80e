package io.aisle.ml.kernel;

/** Inverts one tile by sweeping its diagonal, cell by cell. */
final class SmallInverse {
  private static final int SIDE = SymmetricTiles.SIDE;

  /** Below this share of its first value a pivot is rounding noise. */
  private static final double NOISE = 1e-13;

  private SmallInverse() {}

  /**
   * @param a {@code [SIDE * SIDE]} symmetric; becomes its inverse
   * @return whether it was positive definite but for rounding
   */
  static boolean invert(double[] a) {
    double[] limit = new double[SIDE];
    for (int k = 0; k < SIDE; k++) {
      limit[k] = a[k * SIDE + k] * NOISE;
    }
    double[] row = new double[SIDE];
    for (int k = 0; k < SIDE; k++) {
      double pivot = a[k * SIDE + k];
      if (!(pivot > limit[k]) || !(pivot > 0)) {
        return false;
      }
      System.arraycopy(a, k * SIDE, row, 0, SIDE);
      sweep(a, k, row, 1 / pivot);
    }
    for (int cell = 0; cell < a.length; cell++) {
      a[cell] = -a[cell];
    }
    return true;
  }

  private static void sweep(double[] a, int k, double[] row, double inverse) {
    for (int i = 0; i < SIDE; i++) {
      double factor = row[i] * inverse;
      if (i != k) {
        int at = i * SIDE;
        for (int j = 0; j < SIDE; j++) {
          a[at + j] -= factor * row[j];
        }
        a[at + k] = factor;
        a[k * SIDE + i] = factor;
      }
    }
    a[k * SIDE + k] = -inverse;
  }
}
