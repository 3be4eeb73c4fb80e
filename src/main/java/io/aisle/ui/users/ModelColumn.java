package io.aisle.ui.users;

import io.aisle.ui.common.RunItem;
import java.util.List;

/**
 * What one run shows the user, best first.
 *
 * @param stale whether they are those of the user before, because the new ones are not there yet
 */
public record ModelColumn(RunItem run, List<ListedItem> items, boolean stale) {
  /** The same until what was asked for comes. */
  ModelColumn waiting(RunItem asked) {
    return new ModelColumn(asked, items, true);
  }

  /** Rank of the first hit; 0 when there is none. */
  public int firstHit() {
    return items.stream().filter(ListedItem::hit).mapToInt(ListedItem::rank).findFirst().orElse(0);
  }
}
