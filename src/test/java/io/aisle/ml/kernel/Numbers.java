package io.aisle.ml.kernel;

import java.util.SplittableRandom;

/** Seeded numbers for the tests of this package. */
final class Numbers {
  private Numbers() {}

  static float[] floats(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int k = 0; k < length; k++) {
      values[k] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  /** A symmetric positive definite matrix, {@code [size][size]}. */
  static double[][] definite(int size, long seed) {
    float[] x = floats(size * (size + 8), seed);
    double[][] a = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size + 8; k++) {
          a[i][j] += (double) x[i * (size + 8) + k] * x[j * (size + 8) + k];
        }
        a[i][j] += i == j ? 1 : 0;
      }
    }
    return a;
  }
}
