package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * One step of Adam (Kingma and Ba, 2015) with the usual constants, decay 0.9 and 0.999 and epsilon
 * 1e-8, and decoupled weight decay (Loshchilov and Hutter, 2019). Immutable; ranges that do not
 * overlap may be moved by several threads.
 */
public final class AdamStep {
  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final double EPSILON = 1e-8;

  private final float rate;
  private final float epsilon;
  private final float keep;
  private final float scale;

  /**
   * @param step number of the step, from 1
   */
  public AdamStep(double learningRate, long step) {
    this(learningRate, step, 0, 1);
  }

  /**
   * @param step number of the step, from 1
   * @param weightDecay decoupled: values shrink by this times the learning rate
   * @param scale what gradients are multiplied with first
   */
  public AdamStep(double learningRate, long step, double weightDecay, double scale) {
    double correction = Math.sqrt(1 - Math.pow(SECOND, step));
    this.rate = (float) (learningRate * correction / (1 - Math.pow(FIRST, step)));
    this.epsilon = (float) (EPSILON * correction);
    this.keep = (float) (1 - learningRate * weightDecay);
    this.scale = (float) scale;
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
    move(values, gradient, first, second, from, to, penalty, from);
  }

  /**
   * The same with the gradient at another place.
   *
   * @param gradientFrom where the gradient of the first value is
   */
  public void move(
      float[] values,
      float[] gradient,
      float[] first,
      float[] second,
      int from,
      int to,
      float penalty,
      int gradientFrom) {
    int shift = gradientFrom - from;
    int k = from;
    for (; k + FloatVectors.LANES <= to; k += FloatVectors.LANES) {
      FloatVector value = FloatVector.fromArray(FloatVectors.SPECIES, values, k);
      FloatVector slope =
          FloatVector.fromArray(FloatVectors.SPECIES, gradient, k + shift)
              .mul(scale)
              .add(value.mul(penalty));
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
      value.mul(keep).sub(mean.mul(rate).div(square.sqrt().add(epsilon))).intoArray(values, k);
    }
    for (; k < to; k++) {
      float slope = gradient[k + shift] * scale + values[k] * penalty;
      first[k] = first[k] * FIRST + slope * (1 - FIRST);
      second[k] = second[k] * SECOND + slope * slope * (1 - SECOND);
      values[k] = values[k] * keep - first[k] * rate / ((float) Math.sqrt(second[k]) + epsilon);
    }
  }
}
