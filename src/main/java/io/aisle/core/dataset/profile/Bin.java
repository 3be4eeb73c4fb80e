package io.aisle.core.dataset.profile;

/**
 * A bar of a distribution: how many values lie from {@code from} (included) to {@code to}
 * (excluded; infinite when the last bar is open).
 */
public record Bin(double from, double to, long count) {
  public boolean holds(double value) {
    return value >= from && value < to;
  }
}
