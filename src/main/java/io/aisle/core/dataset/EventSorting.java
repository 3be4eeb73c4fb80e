package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventColumn;
import io.aisle.domain.data.EventSort;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.store.Events;
import io.aisle.store.OrderFile;
import io.aisle.store.Snapshot;
import io.aisle.store.SnapshotColumn;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The orders of versions by their columns, each a file beside the snapshot. It is made when it is
 * asked for first and checked whole once each time somebody sorts; pages then read the few places
 * that they need. Thread-safe.
 */
final class EventSorting {
  private final Snapshots snapshots;
  private final Events events;

  EventSorting(Snapshots snapshots, Events events) {
    this.snapshots = snapshots;
    this.events = events;
  }

  /** Makes an order, unless it is there and sound. */
  void prepare(DatasetVersion version, EventColumn column, JobControl control) {
    control.at(new Progress("sorting", 0, 0));
    Optional<OrderFile> there = open(version, column);
    if (there.isPresent()) {
      try (OrderFile order = there.get()) {
        if (order.sound()) {
          return;
        }
      }
    }
    make(version, column, control);
  }

  private Optional<OrderFile> open(DatasetVersion version, EventColumn column) {
    return OrderFile.open(snapshots.order(version.id(), column), version.fingerprint());
  }

  /** Places of events, from 0, in an order. */
  int[] page(DatasetVersion version, EventSort sort, long from, int count) {
    return read(version, sort, order -> order.page(from, count, sort.descending()));
  }

  /** Some places of events in an order. */
  int[] arrange(DatasetVersion version, EventSort sort, int[] places) {
    return read(version, sort, order -> order.arrange(places, sort.descending()));
  }

  private int[] read(DatasetVersion version, EventSort sort, Function<OrderFile, int[]> reader) {
    Optional<OrderFile> there = open(version, sort.column());
    if (there.isEmpty()) { // somebody has emptied the folder meanwhile
      make(version, sort.column(), CancelSignal.NEVER);
      there = open(version, sort.column());
    }
    try (OrderFile order = there.orElseThrow()) {
      return reader.apply(order);
    }
  }

  private void make(DatasetVersion version, EventColumn column, CancelSignal cancel) {
    Path target = snapshots.order(version.id(), column);
    KeyOrder order = KeyOrder.of(keys(version, column, cancel), cancel);
    OrderFile.write(target, version.fingerprint(), order.order(), order.present());
  }

  private long[] keys(DatasetVersion version, EventColumn column, CancelSignal cancel) {
    if (column == EventColumn.SESSION) {
      return sessions(version, cancel);
    }
    Set<SnapshotColumn> needed =
        switch (column) {
          case USER -> EnumSet.of(SnapshotColumn.USER, SnapshotColumn.USER_NAMES);
          case ITEM -> EnumSet.of(SnapshotColumn.ITEM, SnapshotColumn.ITEM_NAMES);
          case TITLE -> EnumSet.of(SnapshotColumn.ITEM, SnapshotColumn.ITEM_TITLES);
          case KIND -> EnumSet.of(SnapshotColumn.KIND);
          case TIME -> EnumSet.of(SnapshotColumn.MILLIS);
          case VALUE -> EnumSet.of(SnapshotColumn.VALUE);
          case QUANTITY -> EnumSet.of(SnapshotColumn.QUANTITY);
          case PRICE -> EnumSet.of(SnapshotColumn.PRICE);
          case SESSION -> throw new IllegalStateException("snapshots hold no sessions");
        };
    return snapshots.read(version, needed, cancel, snapshot -> keys(snapshot, column));
  }

  private static long[] keys(Snapshot snapshot, EventColumn column) {
    return switch (column) {
      case USER ->
          TextRanks.ranked(
              snapshot.ints(SnapshotColumn.USER),
              TextRanks.of(snapshot.strings(SnapshotColumn.USER_NAMES)));
      case ITEM ->
          TextRanks.ranked(
              snapshot.ints(SnapshotColumn.ITEM),
              TextRanks.of(snapshot.strings(SnapshotColumn.ITEM_NAMES)));
      case TITLE ->
          TextRanks.ranked(
              snapshot.ints(SnapshotColumn.ITEM),
              TextRanks.of(snapshot.strings(SnapshotColumn.ITEM_TITLES)));
      case KIND -> kinds(snapshot.bytes(SnapshotColumn.KIND));
      case TIME -> snapshot.longs(SnapshotColumn.MILLIS); // no time is the least long, as no key is
      case VALUE -> numbers(snapshot.floats(SnapshotColumn.VALUE));
      case QUANTITY -> numbers(snapshot.floats(SnapshotColumn.QUANTITY));
      case PRICE -> numbers(snapshot.floats(SnapshotColumn.PRICE));
      case SESSION -> throw new IllegalStateException("snapshots hold no sessions");
    };
  }

  private static long[] kinds(byte[] kinds) {
    long[] keys = new long[kinds.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = kinds[i];
    }
    return keys;
  }

  /** Bits of numbers as whole numbers in the same order. */
  private static long[] numbers(float[] values) {
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      int bits = Float.floatToIntBits(values[i] + 0.0f); // of both zeros the same
      keys[i] = Float.isNaN(values[i]) ? KeyOrder.NONE : bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
    return keys;
  }

  private long[] sessions(DatasetVersion version, CancelSignal cancel) {
    TextColumn sessions = new TextColumn(Math.toIntExact(version.events()));
    events.sessions(version.id(), version.events(), cancel, sessions::add);
    return sessions.keys();
  }
}
