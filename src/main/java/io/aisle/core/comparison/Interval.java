package io.aisle.core.comparison;

/** A range of plausible values. */
public record Interval(double low, double high) {
  /** No interval. */
  public static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /** Whether it leaves zero out. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
