package io.aisle.ui.comparison;

import io.aisle.core.slices.Slice;

/**
 * A slice in the table.
 *
 * @param slice that is shown
 * @param name in words
 * @param users number of its users
 * @param run mean of the run's metric
 * @param against mean of the other run's metric; NaN without one
 * @param low lower end of the interval of what is looked at
 * @param high upper end of it
 * @param difference from all other users
 * @param gain how much better than the others, as a share of the largest distance; negative for
 *     worse
 * @param effect the difference in standard deviations
 * @param chance corrected p
 */
record SliceRow(
    Slice slice,
    String name,
    int users,
    double run,
    double against,
    double low,
    double high,
    double difference,
    double gain,
    double effect,
    double chance) {
  static SliceRow of(Slice slice, String name, double gain) {
    return new SliceRow(
        slice,
        name,
        slice.users(),
        slice.run(),
        slice.against(),
        slice.low(),
        slice.high(),
        slice.difference(),
        gain,
        slice.effect(),
        slice.adjustedP());
  }
}
