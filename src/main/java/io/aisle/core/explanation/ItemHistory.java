package io.aisle.core.explanation;

import io.aisle.core.training.RunData;
import io.aisle.domain.data.Catalogue;
import io.aisle.ml.data.Interactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Histories with the names of their items. */
public final class ItemHistory {
  private ItemHistory() {}

  /**
   * @param data names of the items
   * @param history what to read, such as the test-time history
   * @param user index of the user
   * @return oldest first
   */
  public static List<HistoryItem> of(RunData data, Interactions history, int user) {
    Catalogue catalogue = data.catalogue();
    List<HistoryItem> items = new ArrayList<>();
    for (int at = history.offsets()[user]; at < history.offsets()[user + 1]; at++) {
      int item = history.item()[at];
      items.add(
          new HistoryItem(
              catalogue.items().get(item),
              catalogue.titles().get(item),
              history.hasTimes() ? Instant.ofEpochSecond(history.time()[at]) : null));
    }
    return items;
  }
}
