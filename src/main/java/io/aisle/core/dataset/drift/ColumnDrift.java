package io.aisle.core.dataset.drift;

import java.util.List;

/**
 * How far the values of a column have drifted.
 *
 * @param column {@code kind}, {@code category}, {@code value}, {@code price}, {@code quantity},
 *     {@code hour} (of the day, UTC), {@code user-events} or {@code item-events} (how many events
 *     users and items have)
 * @param psi population stability index, from 0
 * @param jensenShannon divergence to the base 2, 0 to 1
 */
public record ColumnDrift(
    String column, double psi, double jensenShannon, Level level, List<DriftBin> bins) {
  /** From this index on the drift is moderate, and from the next one on large. */
  public static final double MODERATE = 0.1;

  public static final double LARGE = 0.25;

  /** What is commonly said of an index (Siddiqi, Credit Risk Scorecards, 2006). */
  public enum Level {
    STABLE,
    MODERATE,
    LARGE
  }

  /** What bins say. */
  static ColumnDrift of(String column, List<DriftBin> bins) {
    double psi = Divergence.stabilityIndex(bins);
    return new ColumnDrift(
        column,
        psi,
        Divergence.jensenShannon(bins),
        psi < MODERATE ? Level.STABLE : psi < LARGE ? Level.MODERATE : Level.LARGE,
        List.copyOf(bins));
  }
}
