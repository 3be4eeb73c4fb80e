package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * A few rows and two registers' width of a product {@code A X}, which stay in registers over the
 * whole sum: {@code out[i][j] = start[i][j] + sum_k a[i][k] x[k][j]}, summed in the order of k.
 */
final class Tile {
  /** Columns of a tile. */
  static final int WIDTH = 2 * FloatVectors.LANES;

  /** Whether there are 32 registers, as with 16 lanes; {@link #eight} needs them. */
  static final boolean LARGE = FloatVectors.LANES >= 16;

  private Tile() {}

  /**
   * Four rows.
   *
   * @param a where {@code left + i * next + k * step} is row i's factor of row k of X
   * @param x where row k begins at {@code xFrom + k * xNext}
   * @param depth rows of X
   * @param start where row i begins at {@code startFrom + i * startNext}; may be {@code out}
   * @param out where row i goes to {@code to + i * toNext}
   */
  static void four(
      float[] a,
      int left,
      int next,
      int step,
      float[] x,
      int xFrom,
      int xNext,
      int depth,
      float[] start,
      int startFrom,
      int startNext,
      float[] out,
      int to,
      int toNext) {
    FloatVector a0 = low(start, startFrom);
    FloatVector a1 = high(start, startFrom);
    FloatVector b0 = low(start, startFrom + startNext);
    FloatVector b1 = high(start, startFrom + startNext);
    FloatVector c0 = low(start, startFrom + 2 * startNext);
    FloatVector c1 = high(start, startFrom + 2 * startNext);
    FloatVector d0 = low(start, startFrom + 3 * startNext);
    FloatVector d1 = high(start, startFrom + 3 * startNext);
    int at = left;
    int from = xFrom;
    for (int k = 0; k < depth; k++, at += step, from += xNext) {
      FloatVector x0 = low(x, from);
      FloatVector x1 = high(x, from);
      FloatVector factor = factor(a, at);
      a0 = x0.fma(factor, a0);
      a1 = x1.fma(factor, a1);
      factor = factor(a, at + next);
      b0 = x0.fma(factor, b0);
      b1 = x1.fma(factor, b1);
      factor = factor(a, at + 2 * next);
      c0 = x0.fma(factor, c0);
      c1 = x1.fma(factor, c1);
      factor = factor(a, at + 3 * next);
      d0 = x0.fma(factor, d0);
      d1 = x1.fma(factor, d1);
    }
    store(a0, a1, out, to);
    store(b0, b1, out, to + toNext);
    store(c0, c1, out, to + 2 * toNext);
    store(d0, d1, out, to + 3 * toNext);
  }

  /** Eight rows, as {@link #four}. */
  static void eight(
      float[] a,
      int left,
      int next,
      int step,
      float[] x,
      int xFrom,
      int xNext,
      int depth,
      float[] start,
      int startFrom,
      int startNext,
      float[] out,
      int to,
      int toNext) {
    FloatVector a0 = low(start, startFrom);
    FloatVector a1 = high(start, startFrom);
    FloatVector b0 = low(start, startFrom + startNext);
    FloatVector b1 = high(start, startFrom + startNext);
    FloatVector c0 = low(start, startFrom + 2 * startNext);
    FloatVector c1 = high(start, startFrom + 2 * startNext);
    FloatVector d0 = low(start, startFrom + 3 * startNext);
    FloatVector d1 = high(start, startFrom + 3 * startNext);
    FloatVector e0 = low(start, startFrom + 4 * startNext);
    FloatVector e1 = high(start, startFrom + 4 * startNext);
    FloatVector f0 = low(start, startFrom + 5 * startNext);
    FloatVector f1 = high(start, startFrom + 5 * startNext);
    FloatVector g0 = low(start, startFrom + 6 * startNext);
    FloatVector g1 = high(start, startFrom + 6 * startNext);
    FloatVector h0 = low(start, startFrom + 7 * startNext);
    FloatVector h1 = high(start, startFrom + 7 * startNext);
    int at = left;
    int from = xFrom;
    for (int k = 0; k < depth; k++, at += step, from += xNext) {
      FloatVector x0 = low(x, from);
      FloatVector x1 = high(x, from);
      FloatVector factor = factor(a, at);
      a0 = x0.fma(factor, a0);
      a1 = x1.fma(factor, a1);
      factor = factor(a, at + next);
      b0 = x0.fma(factor, b0);
      b1 = x1.fma(factor, b1);
      factor = factor(a, at + 2 * next);
      c0 = x0.fma(factor, c0);
      c1 = x1.fma(factor, c1);
      factor = factor(a, at + 3 * next);
      d0 = x0.fma(factor, d0);
      d1 = x1.fma(factor, d1);
      factor = factor(a, at + 4 * next);
      e0 = x0.fma(factor, e0);
      e1 = x1.fma(factor, e1);
      factor = factor(a, at + 5 * next);
      f0 = x0.fma(factor, f0);
      f1 = x1.fma(factor, f1);
      factor = factor(a, at + 6 * next);
      g0 = x0.fma(factor, g0);
      g1 = x1.fma(factor, g1);
      factor = factor(a, at + 7 * next);
      h0 = x0.fma(factor, h0);
      h1 = x1.fma(factor, h1);
    }
    store(a0, a1, out, to);
    store(b0, b1, out, to + toNext);
    store(c0, c1, out, to + 2 * toNext);
    store(d0, d1, out, to + 3 * toNext);
    store(e0, e1, out, to + 4 * toNext);
    store(f0, f1, out, to + 5 * toNext);
    store(g0, g1, out, to + 6 * toNext);
    store(h0, h1, out, to + 7 * toNext);
  }

  private static FloatVector low(float[] x, int at) {
    return FloatVector.fromArray(FloatVectors.SPECIES, x, at);
  }

  private static FloatVector high(float[] x, int at) {
    return FloatVector.fromArray(FloatVectors.SPECIES, x, at + FloatVectors.LANES);
  }

  private static FloatVector factor(float[] a, int at) {
    return FloatVector.broadcast(FloatVectors.SPECIES, a[at]);
  }

  private static void store(FloatVector left, FloatVector right, float[] out, int to) {
    left.intoArray(out, to);
    right.intoArray(out, to + FloatVectors.LANES);
  }
}
