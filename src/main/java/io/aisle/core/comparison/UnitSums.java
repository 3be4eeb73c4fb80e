package io.aisle.core.comparison;

import java.util.Arrays;

/**
 * The numbers of each unit that is resampled, and their totals over a resample. Plain loops, not
 * the kernels of the models: comparing happens in the program's own process, which is started
 * without the Vector API because that greets with a warning on the user's terminal.
 *
 * @param sums {@code [units * columns]}, a unit's numbers side by side
 * @param units number of units
 * @param columns numbers of each unit
 */
record UnitSums(float[] sums, int units, int columns) {
  /** Units and columns whose numbers stay in the first-level cache while the resamples pass. */
  private static final int BLOCK = 64;

  private static final int WIDTH = 96;

  /**
   * Adds up.
   *
   * @param drawn {@code [count * units]} how often each unit was drawn in each resample
   * @param count resamples
   * @param totals {@code [count * columns]}, overwritten
   */
  void total(float[] drawn, int count, float[] totals) {
    Arrays.fill(totals, 0, count * columns, 0);
    for (int left = 0; left < columns; left += WIDTH) {
      int right = Math.min(columns, left + WIDTH);
      for (int block = 0; block < units; block += BLOCK) {
        int end = Math.min(units, block + BLOCK);
        for (int resample = 0; resample < count; resample++) {
          int first = resample * units;
          add(drawn, first, block, end, totals, resample * columns, left, right);
        }
      }
    }
  }

  /** Four units in one pass over the totals, which halves the memory traffic. */
  private void add(
      float[] drawn, int from, int first, int end, float[] totals, int to, int left, int right) {
    int unit = first;
    for (; unit + 4 <= end; unit += 4) {
      int a = unit * columns;
      int b = a + columns;
      int c = b + columns;
      int d = c + columns;
      float timesA = drawn[from + unit];
      float timesB = drawn[from + unit + 1];
      float timesC = drawn[from + unit + 2];
      float timesD = drawn[from + unit + 3];
      for (int i = left; i < right; i++) {
        totals[to + i] +=
            timesA * sums[a + i]
                + timesB * sums[b + i]
                + timesC * sums[c + i]
                + timesD * sums[d + i];
      }
    }
    for (; unit < end; unit++) {
      for (int i = left; i < right; i++) {
        totals[to + i] += drawn[from + unit] * sums[unit * columns + i];
      }
    }
  }
}
