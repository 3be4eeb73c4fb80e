package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * One step of Adam (Kingma and Ba, 2015) with decoupled weight decay (Loshchilov and Hutter, 2019)
 * over a stretch of parameters on the heap. Bias correction goes into the step size and epsilon.
 *
 * @param size learning rate times the corrections of both moments
 * @param epsilon times the correction of the second moment
 * @param keep what remains of a parameter before the step: 1 less learning rate times decay
 * @param scale what gradients are multiplied with first
 */
public record AdamStep(float size, float epsilon, float keep, float scale) {
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.999f;
  private static final double EPSILON = 1e-8;

  /**
   * @param step number of this step, from 1
   */
  public static AdamStep of(long step, double learningRate, double weightDecay, double scale) {
    double correction1 = 1 - Math.pow(BETA_1, step);
    double correction2 = Math.sqrt(1 - Math.pow(BETA_2, step));
    return new AdamStep(
        (float) (learningRate * correction2 / correction1),
        (float) (EPSILON * correction2),
        (float) (1 - learningRate * weightDecay),
        (float) scale);
  }

  /**
   * Updates {@code length} parameters and both their moments in place.
   *
   * @param at where they start in {@code values}, {@code first} and {@code second}
   * @param from where their gradients start
   */
  public void update(
      float[] values,
      float[] first,
      float[] second,
      int at,
      float[] gradient,
      int from,
      int length) {
    int bound = FloatVectors.SPECIES.loopBound(length);
    int k = 0;
    for (; k < bound; k += FloatVectors.LANES) {
      FloatVector g =
          FloatVector.fromArray(FloatVectors.SPECIES, gradient, from + k).mul(scale);
      FloatVector m =
          FloatVector.fromArray(FloatVectors.SPECIES, first, at + k)
              .mul(BETA_1)
              .add(g.mul(1 - BETA_1));
      FloatVector v =
          FloatVector.fromArray(FloatVectors.SPECIES, second, at + k)
              .mul(BETA_2)
              .add(g.mul(g).mul(1 - BETA_2));
      m.intoArray(first, at + k);
      v.intoArray(second, at + k);
      FloatVector.fromArray(FloatVectors.SPECIES, values, at + k)
          .mul(keep)
          .sub(m.mul(size).div(v.sqrt().add(epsilon)))
          .intoArray(values, at + k);
    }
    for (; k < length; k++) {
      float g = gradient[from + k] * scale;
      float m = first[at + k] * BETA_1 + g * (1 - BETA_1);
      float v = second[at + k] * BETA_2 + g * g * (1 - BETA_2);
      first[at + k] = m;
      second[at + k] = v;
      values[at + k] = values[at + k] * keep - m * size / ((float) Math.sqrt(v) + epsilon);
    }
  }
}
