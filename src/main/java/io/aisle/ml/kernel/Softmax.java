package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The softmax of a piece of an array. The exponential is computed here, because that of the Vector
 * API may round differently once a loop is compiled, so that one seed would not give one result.
 */
public final class Softmax {
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, FloatVectors.SPECIES.vectorShape());
  private static final float LOG2_E = 1.442695041f;
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;

  /** Adding and taking it away rounds to a whole number. */
  private static final float ROUND = 12582912f;

  /**
   * Below this, e^x is too small to change a sum that has e^0 in it and counts as 0. Left as it is,
   * a share of it would be a subnormal number, with which every product takes a hundred times as
   * long.
   */
  private static final float SMALLEST = -64;

  private static final int BIAS = 127;
  private static final int MANTISSA = 23;

  private Softmax() {}

  /**
   * Replaces {@code x[k]} by {@code weight[k] * e^x[k] / sum}, {@code length} values of each.
   *
   * @param weight above 0
   */
  public static void weighted(float[] x, int from, float[] weight, int weightFrom, int length) {
    float largest = largest(x, from, from + length);
    int bound = FloatVectors.SPECIES.loopBound(length);
    FloatVector lanes = FloatVector.zero(FloatVectors.SPECIES);
    int k = 0;
    for (; k < bound; k += FloatVectors.LANES) {
      FloatVector power =
          exp(FloatVector.fromArray(FloatVectors.SPECIES, x, from + k).sub(largest))
              .mul(FloatVector.fromArray(FloatVectors.SPECIES, weight, weightFrom + k));
      power.intoArray(x, from + k);
      lanes = lanes.add(power);
    }
    float sum = FloatVectors.sum(lanes);
    for (; k < length; k++) {
      x[from + k] = weight[weightFrom + k] * exp(x[from + k] - largest);
      sum += x[from + k];
    }
    FloatVectors.scale(1 / sum, x, from, x, from, length);
  }

  /** The order makes no difference to a maximum. */
  private static float largest(float[] x, int from, int to) {
    int k = from;
    float largest = Float.NEGATIVE_INFINITY;
    if (to - from >= FloatVectors.LANES) {
      FloatVector lanes = FloatVector.broadcast(FloatVectors.SPECIES, largest);
      for (; k + FloatVectors.LANES <= to; k += FloatVectors.LANES) {
        lanes = lanes.max(FloatVector.fromArray(FloatVectors.SPECIES, x, k));
      }
      largest = lanes.reduceLanes(VectorOperators.MAX);
    }
    for (; k < to; k++) {
      largest = Math.max(largest, x[k]);
    }
    return largest;
  }

  /** Of numbers not above 0, to about 2e-7 relative; the polynomial is that of Cephes (Moshier). */
  private static FloatVector exp(FloatVector x) {
    FloatVector capped = x.max(SMALLEST);
    FloatVector whole =
        capped
            .fma(
                FloatVector.broadcast(FloatVectors.SPECIES, LOG2_E),
                FloatVector.broadcast(FloatVectors.SPECIES, ROUND))
            .sub(ROUND);
    FloatVector rest = whole.fma(broadcast(-LN2_HIGH), capped);
    rest = whole.fma(broadcast(-LN2_LOW), rest);
    FloatVector sum = broadcast(1.9875691500e-4f);
    sum = sum.fma(rest, broadcast(1.3981999507e-3f));
    sum = sum.fma(rest, broadcast(8.3334519073e-3f));
    sum = sum.fma(rest, broadcast(4.1665795894e-2f));
    sum = sum.fma(rest, broadcast(1.6666665459e-1f));
    sum = sum.fma(rest, broadcast(5.0000001201e-1f));
    sum = sum.fma(rest.mul(rest), rest.add(1));
    IntVector exponent =
        ((IntVector) whole.convertShape(VectorOperators.F2I, INTS, 0))
            .add(BIAS)
            .lanewise(VectorOperators.LSHL, MANTISSA);
    return sum.mul(exponent.reinterpretAsFloats())
        .blend(0, x.compare(VectorOperators.LT, SMALLEST));
  }

  private static FloatVector broadcast(float value) {
    return FloatVector.broadcast(FloatVectors.SPECIES, value);
  }

  private static float exp(float x) {
    if (x < SMALLEST) {
      return 0;
    }
    float whole = Math.fma(x, LOG2_E, ROUND) - ROUND;
    float rest = Math.fma(whole, -LN2_HIGH, x);
    rest = Math.fma(whole, -LN2_LOW, rest);
    float sum = Math.fma(1.9875691500e-4f, rest, 1.3981999507e-3f);
    sum = Math.fma(sum, rest, 8.3334519073e-3f);
    sum = Math.fma(sum, rest, 4.1665795894e-2f);
    sum = Math.fma(sum, rest, 1.6666665459e-1f);
    sum = Math.fma(sum, rest, 5.0000001201e-1f);
    sum = Math.fma(sum, rest * rest, rest + 1);
    return sum * Float.intBitsToFloat(((int) whole + BIAS) << MANTISSA);
  }
}
