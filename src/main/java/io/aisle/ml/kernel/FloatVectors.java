package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Sums and products of float arrays on the widest registers of this machine. */
public final class FloatVectors {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private static final VectorShuffle<Float> BY_8 = rotation(8);
  private static final VectorShuffle<Float> BY_4 = rotation(4);
  private static final VectorShuffle<Float> BY_2 = rotation(2);
  private static final VectorShuffle<Float> BY_1 = rotation(1);

  private FloatVectors() {}

  private static VectorShuffle<Float> rotation(int lanes) {
    return VectorShuffle.iota(SPECIES, lanes % LANES, 1, true);
  }

  /**
   * The sum of the lanes in a fixed order. {@code reduceLanes} leaves the order open and in fact
   * changes it when a loop is compiled, so that one seed would not give one result.
   */
  static float sum(FloatVector lanes) {
    FloatVector sum = lanes;
    if (LANES > 16) {
      return scalarSum(lanes);
    }
    if (LANES > 8) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (LANES > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    if (LANES > 2) {
      sum = sum.add(sum.rearrange(BY_2));
    }
    if (LANES > 1) {
      sum = sum.add(sum.rearrange(BY_1));
    }
    return sum.lane(0);
  }

  private static float scalarSum(FloatVector lanes) {
    float sum = 0;
    for (float lane : lanes.toArray()) {
      sum += lane;
    }
    return sum;
  }

  /** The inner product of {@code length} values from each array. */
  public static float dot(float[] a, int aFrom, float[] b, int bFrom, int length) {
    int bound = SPECIES.loopBound(length);
    FloatVector sum = FloatVector.zero(SPECIES);
    int k = 0;
    for (; k < bound; k += LANES) {
      sum =
          FloatVector.fromArray(SPECIES, a, aFrom + k)
              .fma(FloatVector.fromArray(SPECIES, b, bFrom + k), sum);
    }
    float result = sum(sum);
    for (; k < length; k++) {
      result = Math.fma(a[aFrom + k], b[bFrom + k], result);
    }
    return result;
  }

  /** {@code y += scale * x}, {@code length} values of each. */
  public static void addScaled(
      float scale, float[] x, int xFrom, float[] y, int yFrom, int length) {
    int bound = SPECIES.loopBound(length);
    FloatVector factor = FloatVector.broadcast(SPECIES, scale);
    int k = 0;
    for (; k < bound; k += LANES) {
      FloatVector.fromArray(SPECIES, x, xFrom + k)
          .fma(factor, FloatVector.fromArray(SPECIES, y, yFrom + k))
          .intoArray(y, yFrom + k);
    }
    for (; k < length; k++) {
      y[yFrom + k] = Math.fma(scale, x[xFrom + k], y[yFrom + k]);
    }
  }

  /** {@code y = scale * x}, {@code length} values of each; x and y may be the same. */
  public static void scale(float scale, float[] x, int xFrom, float[] y, int yFrom, int length) {
    int bound = SPECIES.loopBound(length);
    int k = 0;
    for (; k < bound; k += LANES) {
      FloatVector.fromArray(SPECIES, x, xFrom + k).mul(scale).intoArray(y, yFrom + k);
    }
    for (; k < length; k++) {
      y[yFrom + k] = scale * x[xFrom + k];
    }
  }

  /** The smallest multiple of a register that is not below {@code length}. */
  public static int padded(int length) {
    return Math.ceilDiv(length, LANES) * LANES;
  }
}
