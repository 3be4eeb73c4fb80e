package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Sums and products of float arrays on the widest registers of this machine. */
public final class FloatVectors {
  static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();

  private FloatVectors() {}

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
    float result = sum.reduceLanes(VectorOperators.ADD);
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
