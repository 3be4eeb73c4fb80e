package io.aisle.core.dataset.drift;

import io.aisle.core.dataset.profile.SmallGroups;
import java.util.List;

/**
 * How far the values of a column have drifted.
 *
 * @param column {@code kind}, {@code category}, {@code value}, {@code price}, {@code quantity},
 *     {@code hour} (of the day, UTC), {@code user-events} or {@code item-events} (how many events
 *     users and items have)
 * @param psi population stability index, from 0
 * @param jensenShannon divergence to the base 2, 0 to 1
 * @param before entries of the first version in all bins, as the index and the divergence count
 *     them
 * @param after those of the second
 * @param bins those behind which stand enough users, or nobody, in both versions
 * @param small the others
 */
public record ColumnDrift(
    String column,
    double psi,
    double jensenShannon,
    Level level,
    long before,
    long after,
    List<DriftBin> bins,
    SmallGroups small) {
  /** From this index on the drift is moderate, and from the next one on large. */
  public static final double MODERATE = 0.1;

  public static final double LARGE = 0.25;

  /** What is commonly said of an index (Siddiqi, Credit Risk Scorecards, 2006). */
  public enum Level {
    STABLE,
    MODERATE,
    LARGE
  }

  /** What bins say that hold no people. */
  static ColumnDrift of(String column, List<DriftBin> bins) {
    return of(column, DriftCrowds.of(bins, 1));
  }

  /**
   * What bins say: the index and the divergence are of all of them.
   *
   * @param crowds with the users of both versions
   */
  static ColumnDrift of(String column, DriftCrowds crowds) {
    List<DriftBin> bins = crowds.bins();
    double psi = Divergence.stabilityIndex(bins);
    return new ColumnDrift(
        column,
        psi,
        Divergence.jensenShannon(bins),
        psi < MODERATE ? Level.STABLE : psi < LARGE ? Level.MODERATE : Level.LARGE,
        bins.stream().mapToLong(DriftBin::before).sum(),
        bins.stream().mapToLong(DriftBin::after).sum(),
        crowds.shown(),
        crowds.small());
  }
}
