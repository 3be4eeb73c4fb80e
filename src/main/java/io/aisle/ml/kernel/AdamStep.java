package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * One step of Adam (Kingma and Ba, 2015) with the usual constants: decay 0.9 and 0.999, epsilon
 * 1e-8. Immutable; ranges that do not overlap may be moved by several threads.
 */
public final class AdamStep {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final double EPSILON = 1e-8;

  private final float rate;
  private final float epsilon;

  /**
   * @param step number of the step, from 1
   */
  public AdamStep(double learningRate, long step) {
    double correction = Math.sqrt(1 - Math.pow(SECOND, step));
    this.rate = (float) (learningRate * correction / (1 - Math.pow(FIRST, step)));
    this.epsilon = (float) (EPSILON * correction);
  }

  /**
   * Moves {@code values} against {@code gradient + penalty * values} in {@code [from, to)}.
   *
   * @param first mean of the gradients; changed
   * @param second mean of their squares; changed
   */
  public void move(
      float[] values,
      float[] gradient,
      float[] first,
      float[] second,
      int from,
      int to,
      float penalty) {
    int k = from;
    for (; k + FloatVectors.LANES <= to; k += FloatVectors.LANES) {
      FloatVector value = FloatVector.fromArray(FloatVectors.SPECIES, values, k);
      FloatVector slope =
          FloatVector.fromArray(FloatVectors.SPECIES, gradient, k).add(value.mul(penalty));
      FloatVector mean =
          FloatVector.fromArray(FloatVectors.SPECIES, first, k)
              .mul(FIRST)
              .add(slope.mul(1 - FIRST));
      FloatVector square =
          FloatVector.fromArray(FloatVectors.SPECIES, second, k)
              .mul(SECOND)
              .add(slope.mul(slope).mul(1 - SECOND));
      mean.intoArray(first, k);
      square.intoArray(second, k);
      value.sub(mean.mul(rate).div(square.sqrt().add(epsilon))).intoArray(values, k);
    }
    for (; k < to; k++) {
      float slope = gradient[k] + values[k] * penalty;
      first[k] = first[k] * FIRST + slope * (1 - FIRST);
      second[k] = second[k] * SECOND + slope * slope * (1 - SECOND);
      values[k] -= first[k] * rate / ((float) Math.sqrt(second[k]) + epsilon);
    }
  }
}
