package io.aisle.ui.users;

import io.aisle.ui.common.RunItem;
import java.util.List;

/** What one run shows the user, best first. */
public record ModelColumn(RunItem run, List<ListedItem> items) {
  /** Rank of the first hit; 0 when there is none. */
  public int firstHit() {
    return items.stream().filter(ListedItem::hit).mapToInt(ListedItem::rank).findFirst().orElse(0);
  }
}
