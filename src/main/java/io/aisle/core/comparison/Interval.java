package io.aisle.core.comparison;

/** A range of plausible values. */
record Interval(double low, double high) {
  /** No interval. */
  static final Interval NONE = new Interval(Double.NaN, Double.NaN);

  /** Whether it leaves zero out. */
  boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
