package io.aisle.core.comparison;

/**
 * What users or items are told apart by.
 *
 * @param side whose groups
 * @param attribute name of what is known of them; empty: thirds by how active users are, or how
 *     popular items
 */
public record Grouping(Side side, String attribute) {
  /** Whose groups. */
  public enum Side {
    USERS,
    ITEMS
  }

  /** Thirds by the length of the history or the number of interactions in training. */
  public static Grouping thirds(Side side) {
    return new Grouping(side, "");
  }
}
