package io.aisle.ui.users;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which positions of a history are shown, so that a long one stays readable.
 *
 * @param count how many at most; 0 shows all
 * @param top whether those with the most attention, else the latest
 */
public record Span(int count, boolean top) {
  static final Span ALL = new Span(0, false);

  /** What can be chosen. */
  static final List<Span> CHOICES =
      List.of(
          new Span(12, false),
          new Span(25, false),
          new Span(50, false),
          new Span(8, true),
          new Span(20, true),
          ALL);

  /**
   * @param looked attention of each position, oldest first
   * @return the positions, ascending
   */
  int[] places(double[] looked) {
    int all = looked.length;
    int kept = count == 0 ? all : Math.min(count, all);
    if (!top) {
      return IntStream.range(all - kept, all).toArray();
    }
    return IntStream.range(0, all)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer key) -> -orNothing(looked[key])))
        .limit(kept)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static double orNothing(double weight) {
    return Double.isNaN(weight) ? -1 : weight;
  }
}
