package io.aisle.core.dataset;

import io.aisle.store.EventValues;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.List;

/**
 * The events of a version that rows of further files may not repeat: rows that equal one in every
 * column are refused. Thread-safe once it is filled.
 */
final class RepeatedEvents {
  /** Nothing is refused. */
  static final RepeatedEvents NONE = new RepeatedEvents(List.of(), List.of(), 0);

  private static final ParsedRow.Fault FAULT =
      new ParsedRow.Fault(BuiltInReason.ALREADY_THERE.id(), "");

  private final long[] users;
  private final long[] items;
  private final LongOpenHashSet there;

  /**
   * @param users ids of the version's users in the order of their numbers
   * @param items ids of its items in the order of their numbers
   * @param events how many there will be
   */
  RepeatedEvents(List<String> users, List<String> items, int events) {
    this.users = hashes(users);
    this.items = hashes(items);
    this.there = new LongOpenHashSet(events);
  }

  private static long[] hashes(List<String> names) {
    return names.stream().mapToLong(name -> EventKey.with(0, name)).toArray();
  }

  void add(EventValues event) {
    there.add(
        key(
            users[event.user()],
            items[event.item()],
            event.kind(),
            event.millis(),
            event.session(),
            event.value(),
            event.price(),
            event.quantity(),
            event.query(),
            event.position()));
  }

  /** The row, or why it is not taken. */
  ParsedRow judged(ParsedRow row) {
    if (there.isEmpty() || !(row instanceof ParsedRow.Event event)) {
      return row;
    }
    long key =
        key(
            EventKey.with(0, event.user()),
            EventKey.with(0, event.item()),
            event.kind().ordinal(),
            event.millis(),
            event.session(),
            event.value(),
            event.price(),
            event.quantity(),
            event.query(),
            event.position());
    return there.contains(key) ? FAULT : row;
  }

  private static long key(
      long user,
      long item,
      long kind,
      long millis,
      String session,
      double value,
      double price,
      double quantity,
      String query,
      long position) {
    long key = EventKey.with(EventKey.with(EventKey.with(user, item), kind), millis);
    key = EventKey.with(key, session);
    key = EventKey.with(EventKey.with(EventKey.with(key, value), price), quantity);
    return EventKey.with(EventKey.with(key, query), position);
  }
}
