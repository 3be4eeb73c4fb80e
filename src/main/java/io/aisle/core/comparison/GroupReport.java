package io.aisle.core.comparison;

import io.aisle.core.training.RunFolder;
import java.util.List;

/**
 * How runs serve groups of users, or find and show groups of items.
 *
 * @param runs in the order of the figures
 * @param grouping what tells the groups apart
 * @param groups the low third first, ranges ascending, other values by size
 * @param gaps of each run the largest distance between two groups that are large enough to be held
 *     against each other; NaN when there are no two
 */
public record GroupReport(
    List<RunFolder> runs, Grouping grouping, List<Line> groups, double[] gaps) {
  /** Judged users, or held-out items, from which on a group counts for the gap. */
  public static final int LEAST = 20;

  /** What the members of a group have in common. */
  public enum Kind {
    LOW,
    MIDDLE,
    HIGH,
    VALUE,
    /** Nothing is known of them. */
    UNKNOWN
  }

  /**
   * A group.
   *
   * @param value of the attribute; "" for kinds that have none
   * @param size users or items in it
   * @param judged judged users, or held-out interactions of its items
   * @param catalogueShare share of all items, 0 to 1; NaN of users
   * @param interactionShare share of the training interactions, 0 to 1; NaN of users
   * @param figures one for each run
   */
  public record Line(
      Kind kind,
      String value,
      int size,
      long judged,
      double catalogueShare,
      double interactionShare,
      List<Figure> figures) {}

  /**
   * A run's figure.
   *
   * @param mean of users: of the metric; of items: share of their held-out interactions that stand
   *     in the user's list
   * @param margin half the width of the 95% interval over the users
   * @param exposure share of all places of the run's lists, 0 to 1; NaN of users
   */
  public record Figure(double mean, double margin, double exposure) {}
}
