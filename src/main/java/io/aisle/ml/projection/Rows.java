package io.aisle.ml.projection;

/**
 * Vectors, one below the other.
 *
 * @param count how many
 * @param width numbers of each
 * @param data {@code [count * width]} row-major; shared
 */
public record Rows(int count, int width, float[] data) {
  /** The squared length of a vector. */
  double squares(int row) {
    double sum = 0;
    for (int k = row * width; k < (row + 1) * width; k++) {
      sum += (double) data[k] * data[k];
    }
    return sum;
  }

  /** The same directions with length 1; what has no length stays as it is. A copy. */
  public Rows unit() {
    float[] scaled = new float[data.length];
    for (int row = 0; row < count; row++) {
      double length = Math.sqrt(squares(row));
      for (int k = row * width; k < (row + 1) * width; k++) {
        scaled[k] = length > 0 ? (float) (data[k] / length) : 0;
      }
    }
    return new Rows(count, width, scaled);
  }

  /** Some of the vectors, in the given order; a copy. */
  public Rows only(int[] rows) {
    float[] chosen = new float[Math.multiplyExact(rows.length, width)];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(data, rows[row] * width, chosen, row * width, width);
    }
    return new Rows(rows.length, width, chosen);
  }

  /** Whether a vector has a length. */
  public boolean hasLength(int row) {
    return squares(row) > 0;
  }
}
