package io.aisle.ml.kernel;

/**
 * Products of a large matrix, by its rows or by its columns, with a matrix of few columns: {@code A
 * X} and {@code A^T X}, where nothing is laid out anew. Takes stretches of X that stay in the
 * first-level cache. Each number is summed in the order of the rows of X.
 */
public final class NarrowProduct {
  private static final int ROWS = Tile.LARGE ? 8 : 4;

  /** Rows of X at a time. */
  private static final int DEPTH = 256;

  private NarrowProduct() {}

  /** What the columns of X are padded to; also a multiple of the rows computed at a time. */
  public static int side(int columns) {
    return RankUpdate.padded(columns);
  }

  /**
   * Rows {@code first} to {@code last - 1} of {@code A X}.
   *
   * @param a row-major from 0
   * @param stride values of a row of A
   * @param first a multiple of eight
   * @param last rounded up to a multiple of eight: so many rows must be there
   * @param depth rows of X, and columns of A that count
   * @param x {@code [depth * side]} at least, row-major
   * @param side a padded number of columns
   * @param out row-major with {@code side} values in each row; those rows are overwritten
   */
  public static void ofRows(
      float[] a, int stride, int first, int last, int depth, float[] x, int side, float[] out) {
    product(a, stride, 1, first, last, depth, x, side, out);
  }

  /** The same of {@code A^T X}: rows of the product are columns of A. */
  public static void ofColumns(
      float[] a, int stride, int first, int last, int depth, float[] x, int side, float[] out) {
    product(a, 1, stride, first, last, depth, x, side, out);
  }

  private static void product(
      float[] a,
      int next,
      int step,
      int first,
      int last,
      int depth,
      float[] x,
      int side,
      float[] out) {
    float[] zeros = new float[Tile.WIDTH];
    for (int from = 0; from < depth; from += DEPTH) {
      int count = Math.min(depth - from, DEPTH);
      float[] start = from == 0 ? zeros : out;
      int startNext = from == 0 ? 0 : side;
      for (int column = 0; column < side; column += Tile.WIDTH) {
        int xFrom = from * side + column;
        for (int row = first; row < last; row += ROWS) {
          int to = row * side + column;
          int begin = from == 0 ? 0 : to;
          int left = row * next + from * step;
          if (Tile.LARGE) {
            Tile.eight(
                a, left, next, step, x, xFrom, side, count, start, begin, startNext, out, to, side);
          } else {
            Tile.four(
                a, left, next, step, x, xFrom, side, count, start, begin, startNext, out, to, side);
          }
        }
      }
    }
  }
}
