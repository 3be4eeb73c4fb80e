package io.aisle.ml.embedding;

import io.aisle.ml.kernel.AdamStep;

/**
 * Parameters with both moments of Adam. Confined to one thread, save that stretches which do not
 * overlap may be updated by several.
 *
 * @param values the parameters; shared
 * @param first mean of gradients, of the same length
 * @param second mean of squared gradients, of the same length
 */
public record AdamArray(float[] values, float[] first, float[] second) {
  /** Parameters that have not moved yet; the array is shared. */
  public static AdamArray of(float[] values) {
    return new AdamArray(values, new float[values.length], new float[values.length]);
  }

  public int size() {
    return values.length;
  }

  /** Updates all parameters. */
  void update(AdamStep step, float[] gradient) {
    step.move(values, gradient, first, second, 0, values.length, 0);
  }

  /** Overwrites everything with copies. */
  public void restore(float[] parameters, float[] firstMoments, float[] secondMoments) {
    System.arraycopy(parameters, 0, values, 0, values.length);
    System.arraycopy(firstMoments, 0, first, 0, values.length);
    System.arraycopy(secondMoments, 0, second, 0, values.length);
  }
}
