package io.aisle.core.dataset.drift;

/**
 * A part of the values of a column, and how many of each version lie in it.
 *
 * @param label id of the kind, or the category, "" where there is none; null for numbers
 * @param from included, may be infinite; NaN together with {@code to} for absent numbers, and for
 *     what is no number
 * @param to excluded
 */
public record DriftBin(String label, double from, double to, long before, long after) {
  /** Events without a number. */
  static DriftBin absent(long before, long after) {
    return new DriftBin(null, Double.NaN, Double.NaN, before, after);
  }

  static DriftBin of(String label, long before, long after) {
    return new DriftBin(label, Double.NaN, Double.NaN, before, after);
  }
}
