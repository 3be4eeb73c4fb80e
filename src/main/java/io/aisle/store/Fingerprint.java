package io.aisle.store;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The fingerprint that the snapshot of a version would have, without making the snapshot. Holds 8
 * bytes for each event. Confined to one thread.
 */
final class Fingerprint {
  private final Map<SnapshotColumn, ColumnSink> sinks = new EnumMap<>(SnapshotColumn.class);
  private final EventColumns columns;
  private final int[] users;
  private final int[] items;
  private int size;

  /**
   * @param events how many will be added
   */
  Fingerprint(int events) {
    EventColumns.ALL.forEach(column -> sinks.put(column, new ColumnSink()));
    columns = new EventColumns(sinks);
    users = new int[events];
    items = new int[events];
  }

  /** The next event, in the order of their numbers. */
  void add(EventValues event) throws IOException {
    columns.add(event);
    users[size] = event.user();
    items[size] = event.item();
    size++;
  }

  /**
   * The fingerprint, in hex, when all events were added.
   *
   * @param userNames in the order of their numbers
   */
  String of(List<String> userNames, List<ItemName> itemNames) throws IOException {
    MessageDigest content = Digests.sha256();
    for (SnapshotColumn column : EventColumns.ALL) {
      add(content, sinks.get(column));
    }
    groups(content, users, userNames.size());
    groups(content, items, itemNames.size());
    strings(content, userNames);
    strings(content, itemNames.stream().map(ItemName::name).toList());
    strings(content, itemNames.stream().map(ItemName::title).toList());
    strings(content, itemNames.stream().map(ItemName::category).toList());
    return HexFormat.of().formatHex(content.digest());
  }

  private static void groups(MessageDigest content, int[] keys, int count) throws IOException {
    Grouping groups = Grouping.of(keys, count);
    for (int[] column : List.of(groups.starts(), groups.order())) {
      ColumnSink sink = new ColumnSink();
      sink.ints(column);
      add(content, sink);
    }
  }

  private static void strings(MessageDigest content, List<String> values) throws IOException {
    ColumnSink sink = new ColumnSink();
    sink.strings(values);
    add(content, sink);
  }

  private static void add(MessageDigest content, ColumnSink sink) throws IOException {
    long unused = sink.finish();
    content.update(sink.sha256());
  }
}
