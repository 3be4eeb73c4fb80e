package io.aisle.core.dataset;

import io.aisle.domain.data.EventKind;

/** What became of a row. */
sealed interface ParsedRow {
  /**
   * An event with external ids.
   *
   * @param millis {@link EventTable#NO_TIME} where absent
   * @param session null where absent, as is the query
   * @param value NaN where absent, as are price and quantity
   * @param position -1 where absent
   * @param title "" where absent, as is the category
   */
  record Event(
      String user,
      String item,
      EventKind kind,
      long millis,
      String session,
      double value,
      double price,
      double quantity,
      String query,
      int position,
      String title,
      String category)
      implements ParsedRow {}

  /**
   * A row that is not taken.
   *
   * @param reason short name
   * @param column header of the column at fault; empty when it is the whole row
   */
  record Fault(String reason, String column) implements ParsedRow {}
}
