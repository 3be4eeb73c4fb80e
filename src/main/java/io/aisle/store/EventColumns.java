package io.aisle.store;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns events, row by row, into the columns of a snapshot. */
final class EventColumns {
  private static final List<SnapshotColumn> OF_EVENTS =
      List.of(
          SnapshotColumn.USER,
          SnapshotColumn.ITEM,
          SnapshotColumn.KIND,
          SnapshotColumn.MILLIS,
          SnapshotColumn.VALUE,
          SnapshotColumn.PRICE,
          SnapshotColumn.QUANTITY);

  final int[] user;
  final int[] item;
  long first = Long.MAX_VALUE;
  long last = Long.MIN_VALUE;

  private final SnapshotWriter writer;
  private final Map<SnapshotColumn, ColumnSink> sinks = new EnumMap<>(SnapshotColumn.class);
  private int size;

  EventColumns(SnapshotWriter writer, int size) {
    this.writer = writer;
    this.user = new int[size];
    this.item = new int[size];
    for (SnapshotColumn column : OF_EVENTS) {
      sinks.put(column, writer.reserve(column, size));
    }
  }

  void add(EventValues event) {
    try {
      user[size] = event.user();
      item[size] = event.item();
      size++;
      sinks.get(SnapshotColumn.USER).put(event.user());
      sinks.get(SnapshotColumn.ITEM).put(event.item());
      sinks.get(SnapshotColumn.KIND).put(event.kind());
      sinks.get(SnapshotColumn.MILLIS).put(event.millis());
      sinks.get(SnapshotColumn.VALUE).put((float) event.value());
      sinks.get(SnapshotColumn.PRICE).put((float) event.price());
      sinks.get(SnapshotColumn.QUANTITY).put((float) event.quantity());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (event.millis() != EventValues.NO_TIME) {
      first = Math.min(first, event.millis());
      last = Math.max(last, event.millis());
    }
  }

  void finish(int expected) throws IOException {
    if (size != expected) {
      throw new OperationException(
          "The store holds %d events of a version that should have %d: remove the version and import it again."
              .formatted(size, expected));
    }
    for (SnapshotColumn column : OF_EVENTS) {
      writer.finish(column);
    }
  }
}
