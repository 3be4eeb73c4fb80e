package io.aisle.domain.job;

/**
 * How long a computation will still take, seconds. Both are NaN while it is too early to say.
 *
 * @param least when it stops as early as it may
 * @param most when it goes on to its last step
 */
public record Remaining(double least, double most) {
  public static final Remaining UNKNOWN = new Remaining(Double.NaN, Double.NaN);

  public boolean known() {
    return !Double.isNaN(most);
  }

  /** Whether the two say the same to a human. */
  public boolean exact() {
    return most - least <= Math.max(1, 0.1 * most);
  }
}
