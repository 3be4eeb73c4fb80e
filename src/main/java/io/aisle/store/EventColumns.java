package io.aisle.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The columns of a snapshot that have a value for each event. Confined to one thread. */
final class EventColumns {
  /** In the order of the file. */
  static final List<SnapshotColumn> ALL =
      List.of(
          SnapshotColumn.USER,
          SnapshotColumn.ITEM,
          SnapshotColumn.KIND,
          SnapshotColumn.MILLIS,
          SnapshotColumn.VALUE,
          SnapshotColumn.PRICE,
          SnapshotColumn.QUANTITY);

  private final ColumnSink user;
  private final ColumnSink item;
  private final ColumnSink kind;
  private final ColumnSink millis;
  private final ColumnSink value;
  private final ColumnSink price;
  private final ColumnSink quantity;

  /**
   * @param sinks one for each column
   */
  EventColumns(Map<SnapshotColumn, ColumnSink> sinks) {
    user = sinks.get(SnapshotColumn.USER);
    item = sinks.get(SnapshotColumn.ITEM);
    kind = sinks.get(SnapshotColumn.KIND);
    millis = sinks.get(SnapshotColumn.MILLIS);
    value = sinks.get(SnapshotColumn.VALUE);
    price = sinks.get(SnapshotColumn.PRICE);
    quantity = sinks.get(SnapshotColumn.QUANTITY);
  }

  void add(EventValues event) throws IOException {
    user.put(event.user());
    item.put(event.item());
    kind.put(event.kind());
    millis.put(event.millis());
    value.put((float) event.value());
    price.put((float) event.price());
    quantity.put((float) event.quantity());
  }
}
