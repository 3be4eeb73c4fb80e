package io.aisle.core.comparison;

import java.util.ArrayList;
import java.util.List;

/**
 * Two runs of which one measure puts the first ahead and another the second. Ties are no order.
 *
 * @param one index of the run that is ahead by the first measure
 * @param other index of the run that is ahead by the second
 */
public record Reordered(int one, int other) {
  /**
   * The pairs that change their order.
   *
   * @param before {@code [run]}, NaN where there is none
   * @param after {@code [run]}
   * @param loss whether less is better
   */
  public static List<Reordered> of(double[] before, double[] after, boolean loss) {
    double sign = loss ? -1 : 1;
    List<Reordered> found = new ArrayList<>();
    for (int one = 0; one < before.length; one++) {
      for (int other = 0; other < before.length; other++) {
        boolean ahead = sign * (before[one] - before[other]) > 0;
        if (ahead && sign * (after[one] - after[other]) < 0) {
          found.add(new Reordered(one, other));
        }
      }
    }
    return found;
  }
}
