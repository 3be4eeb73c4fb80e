package io.aisle.bench;

import java.util.SplittableRandom;

/** Seeded numbers to measure with. */
final class Inputs {
  private Inputs() {}

  /** Uniform in [-1, 1). */
  static float[] floats(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[length];
    for (int k = 0; k < length; k++) {
      values[k] = 2 * random.nextFloat() - 1;
    }
    return values;
  }
}
