package io.aisle.core.dataset.drift;

import io.aisle.core.dataset.profile.Crowds;
import io.aisle.core.dataset.profile.SmallGroups;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The users behind the bins of a column, of each version by itself: who sees that a bin has a
 * hundred events before and one after sees what one user did.
 */
record DriftCrowds(List<DriftBin> bins, Crowds before, Crowds after, int least) {
  static DriftCrowds of(List<DriftBin> bins, int least) {
    return new DriftCrowds(
        bins, new Crowds(bins.size(), least), new Crowds(bins.size(), least), least);
  }

  /**
   * Notes the users of the first version.
   *
   * @param user of each entry
   * @param bin of each entry; -1 when it is in none
   */
  void first(int entries, IntUnaryOperator user, IntUnaryOperator bin) {
    note(before, entries, user, bin);
  }

  /** Notes the users of the second version, as {@link #first}. */
  void second(int entries, IntUnaryOperator user, IntUnaryOperator bin) {
    note(after, entries, user, bin);
  }

  private static void note(
      Crowds crowds, int entries, IntUnaryOperator user, IntUnaryOperator bin) {
    for (int entry = 0; entry < entries; entry++) {
      crowds.add(bin.applyAsInt(entry), user.applyAsInt(entry));
    }
  }

  /** The bin of a number; absent ones have the last. */
  IntUnaryOperator numbers(double[] values) {
    return entry -> {
      double value = values[entry];
      int low = 0;
      int high = bins.size() - 1;
      if (Double.isNaN(value)) {
        return high;
      }
      while (low < high) {
        int middle = (low + high + 1) >>> 1;
        if (bins.get(middle).from() <= value) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      return low;
    };
  }

  private IntStream shownBins() {
    return IntStream.range(0, bins.size()).filter(bin -> !before.small(bin) && !after.small(bin));
  }

  /** The bins behind which stand enough users, or nobody, in both versions. */
  List<DriftBin> shown() {
    return shownBins().mapToObj(bins::get).toList();
  }

  SmallGroups small() {
    return new SmallGroups(bins.size() - (int) shownBins().count(), least);
  }
}
