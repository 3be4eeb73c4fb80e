package io.aisle.ml.kernel;

/**
 * Solves {@code A x = b} for a symmetric positive definite A of a few dozen to a few hundred rows
 * by A = U^T U (Golub and Van Loan, Matrix Computations, section 4.2), blocked so that most of the
 * work is {@link RankUpdate}. Stateless; the arrays belong to the caller.
 */
public final class CholeskySolver {
  private static final int PANEL = 8;

  /** Below this share of the diagonal a pivot is rounding noise. */
  private static final float NOISE = 1e-7f;

  private CholeskySolver() {}

  /**
   * Overwrites the upper triangle of A by its factor U. Directions that A does not see (pivots that
   * are zero but for rounding) are left out: their part of every solution is 0.
   *
   * @param a {@code [side * side]} row-major; only the upper triangle is read
   * @param size rows and columns in use
   * @param side {@link RankUpdate#padded} of the size; rows and columns behind the size must be 0
   * @param inverse {@code [size]} receives the inverse diagonal of U, 0 for a direction left out
   */
  public static void factor(float[] a, int size, int side, float[] inverse) {
    for (int k = 0; k < size; k++) {
      inverse[k] = a[k * side + k] * NOISE;
    }
    for (int from = 0; from < size; from += PANEL) {
      int to = Math.min(from + PANEL, size);
      for (int k = from; k < to; k++) {
        factorRow(a, side, k, to, inverse);
      }
      if (to < size) {
        RankUpdate.upper(a, side, to, size, a, from * side, to - from, -1);
      }
    }
  }

  /** Turns row k into a row of U and takes it off the rows below it within the panel. */
  private static void factorRow(float[] a, int side, int k, int to, float[] inverse) {
    float pivot = a[k * side + k];
    boolean seen = pivot > inverse[k] && pivot > Float.MIN_NORMAL;
    float scale = seen ? (float) (1 / Math.sqrt(pivot)) : 0;
    inverse[k] = scale;
    int start = k / FloatVectors.LANES * FloatVectors.LANES;
    FloatVectors.scale(scale, a, k * side + start, a, k * side + start, side - start);
    for (int below = k + 1; below < to; below++) {
      FloatVectors.addScaled(
          -a[k * side + below], a, k * side + start, a, below * side + start, side - start);
    }
  }

  /**
   * Solves with the factor: {@code b} becomes x.
   *
   * @param u as {@link #factor} left it
   * @param b {@code [side]}; behind the size it must be 0 and stays so
   */
  public static void solve(float[] u, int size, int side, float[] inverse, float[] b) {
    for (int k = 0; k < size; k++) {
      float value = b[k] * inverse[k];
      FloatVectors.addScaled(-value, u, k * side + k + 1, b, k + 1, size - k - 1);
      b[k] = value;
    }
    for (int k = size - 1; k >= 0; k--) {
      float rest = FloatVectors.dot(u, k * side + k + 1, b, k + 1, size - k - 1);
      b[k] = (b[k] - rest) * inverse[k];
    }
  }
}
