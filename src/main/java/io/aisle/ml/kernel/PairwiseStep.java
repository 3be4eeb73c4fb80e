package io.aisle.ml.kernel;

import jdk.incubator.vector.FloatVector;

/**
 * One step of stochastic gradient ascent on {@code ln sigma(p . (q_i - q_j))} less an L2 penalty,
 * the step of Bayesian personalised ranking (Rendle and others, 2009, figure 4).
 */
public final class PairwiseStep {
  private PairwiseStep() {}

  /**
   * The inner product of p with the difference of two rows.
   *
   * @param side values of a row, a multiple of a register ({@link FloatVectors#padded})
   */
  public static float margin(float[] users, int p, float[] items, int i, int j, int side) {
    FloatVector sum = FloatVector.zero(FloatVectors.SPECIES);
    for (int k = 0; k < side; k += FloatVectors.LANES) {
      FloatVector wanted = FloatVector.fromArray(FloatVectors.SPECIES, items, i + k);
      FloatVector other = FloatVector.fromArray(FloatVectors.SPECIES, items, j + k);
      sum = FloatVector.fromArray(FloatVectors.SPECIES, users, p + k).fma(wanted.sub(other), sum);
    }
    return FloatVectors.sum(sum);
  }

  /**
   * Moves all three rows.
   *
   * @param gain learning rate times {@code sigma(-margin)}
   * @param keep 1 less learning rate times regularization
   */
  public static void move(
      float[] users, int p, float[] items, int i, int j, int side, float gain, float keep) {
    FloatVector step = FloatVector.broadcast(FloatVectors.SPECIES, gain);
    FloatVector shrink = FloatVector.broadcast(FloatVectors.SPECIES, keep);
    for (int k = 0; k < side; k += FloatVectors.LANES) {
      FloatVector user = FloatVector.fromArray(FloatVectors.SPECIES, users, p + k);
      FloatVector wanted = FloatVector.fromArray(FloatVectors.SPECIES, items, i + k);
      FloatVector other = FloatVector.fromArray(FloatVectors.SPECIES, items, j + k);
      FloatVector move = step.mul(user);
      user.mul(shrink).add(step.mul(wanted.sub(other))).intoArray(users, p + k);
      wanted.mul(shrink).add(move).intoArray(items, i + k);
      other.mul(shrink).sub(move).intoArray(items, j + k);
    }
  }

  /** Moves the user's row only. */
  public static void moveUser(
      float[] users, int p, float[] items, int i, int j, int side, float gain, float keep) {
    FloatVector step = FloatVector.broadcast(FloatVectors.SPECIES, gain);
    FloatVector shrink = FloatVector.broadcast(FloatVectors.SPECIES, keep);
    for (int k = 0; k < side; k += FloatVectors.LANES) {
      FloatVector wanted = FloatVector.fromArray(FloatVectors.SPECIES, items, i + k);
      FloatVector other = FloatVector.fromArray(FloatVectors.SPECIES, items, j + k);
      FloatVector.fromArray(FloatVectors.SPECIES, users, p + k)
          .mul(shrink)
          .add(step.mul(wanted.sub(other)))
          .intoArray(users, p + k);
    }
  }
}
