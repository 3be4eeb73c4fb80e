package io.aisle.ml.embedding;

import io.aisle.ml.kernel.FloatVectors;

/**
 * Rows of a matrix on the heap brought to one length, and the way of a gradient back through that:
 * with {@code y = s x / |x|}, {@code dL/dx = s / |x| (g - x (g . x) / |x|^2)} for {@code g =
 * dL/dy}. The square of a length has {@link #TINY} added, as on the device, so that a row of zeros
 * stays one. Confined to one thread.
 */
public final class UnitRows {
  /** Added to the square of a length. */
  public static final double TINY = 1e-12;

  private final int width;
  private float[] given = new float[0];
  private float[] inverse = new float[0];

  /**
   * @param width values of a row
   */
  public UnitRows(int width) {
    this.width = width;
  }

  /**
   * Scales rows in place and remembers them for {@link #back}.
   *
   * @param rows {@code [count, width]}
   * @param from first row, the others as far as {@code to}
   * @param length of the rows afterwards
   */
  public void scale(float[] rows, int from, int to, double length) {
    if (given.length != rows.length) {
      given = new float[rows.length];
      inverse = new float[rows.length / width];
    }
    System.arraycopy(rows, from * width, given, from * width, (to - from) * width);
    for (int r = from; r < to; r++) {
      int at = r * width;
      float squares = FloatVectors.dot(rows, at, rows, at, width);
      inverse[r] = (float) (1 / Math.sqrt(squares + TINY));
      FloatVectors.scale((float) length * inverse[r], rows, at, rows, at, width);
    }
  }

  /**
   * Turns the gradient of scaled rows into that of the rows that {@link #scale} was given, in
   * place.
   *
   * @param slopes {@code [count, width]}
   * @param length as it was scaled with
   */
  public void back(float[] slopes, int from, int to, double length) {
    for (int r = from; r < to; r++) {
      int at = r * width;
      float along = FloatVectors.dot(slopes, at, given, at, width);
      float part = -along * inverse[r] * inverse[r];
      FloatVectors.addScaled(part, given, at, slopes, at, width);
      FloatVectors.scale((float) length * inverse[r], slopes, at, slopes, at, width);
    }
  }
}
