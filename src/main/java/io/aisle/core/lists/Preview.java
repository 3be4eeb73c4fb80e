package io.aisle.core.lists;

import java.util.List;

/** One user's list before and after rules, best first. */
public record Preview(List<Place> before, List<Place> after) {
  /**
   * One item of a list.
   *
   * @param hit whether the user took it in the test part
   */
  public record Place(String item, String title, String category, boolean hit) {}
}
