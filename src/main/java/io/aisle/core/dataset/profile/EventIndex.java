package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events of a version with the counts that every look at them needs, so that a filter is one
 * pass over arrays. Immutable and thread-safe as long as nobody writes to the arrays.
 *
 * @param userEvents {@code [users]} events of each user
 * @param itemEvents {@code [items]} events of each item
 * @param byRank {@code [items]} items, the one with most events first; equal ones as in the file
 * @param rank {@code [items]} place of each item in {@code byRank}
 * @param userLast {@code [users]} last event of each user in epoch milliseconds; {@link
 *     EventTable#NO_TIME} without times
 * @param kinds events of each kind that occurs
 * @param otherTitles titles of items beside the one that is kept, by item; empty when the import
 *     did not note them
 */
public record EventIndex(
    DatasetVersion version,
    EventTable events,
    Baskets baskets,
    int[] userEvents,
    int[] itemEvents,
    int[] byRank,
    int[] rank,
    long[] userLast,
    Map<EventKind, Long> kinds,
    Optional<Map<Integer, List<String>>> otherTitles) {

  /**
   * @param session {@code [events]} number of the session of each event, -1 where absent; empty
   *     when the file has none
   */
  public static EventIndex of(
      DatasetVersion version,
      EventTable events,
      int[] session,
      Optional<Map<Integer, List<String>>> otherTitles) {
    int[] userEvents = new int[events.catalogue().users().size()];
    int[] itemEvents = new int[events.catalogue().items().size()];
    long[] userLast = new long[userEvents.length];
    java.util.Arrays.fill(userLast, EventTable.NO_TIME);
    long[] kinds = new long[EventKind.values().length];
    for (int i = 0; i < events.size(); i++) {
      int user = events.user()[i];
      userEvents[user]++;
      itemEvents[events.item()[i]]++;
      userLast[user] = Math.max(userLast[user], events.millis()[i]);
      kinds[events.kind()[i]]++;
    }
    Map<EventKind, Long> counted = new EnumMap<>(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      if (kinds[kind.ordinal()] > 0) {
        counted.put(kind, kinds[kind.ordinal()]);
      }
    }
    int[] byRank = new int[itemEvents.length];
    for (int i = 0; i < byRank.length; i++) {
      byRank[i] = i;
    }
    IntArrays.stableSort(byRank, (a, b) -> Integer.compare(itemEvents[b], itemEvents[a]));
    int[] rank = new int[byRank.length];
    for (int i = 0; i < byRank.length; i++) {
      rank[byRank[i]] = i;
    }
    return new EventIndex(
        version,
        events,
        Baskets.of(events, session, counted),
        userEvents,
        itemEvents,
        byRank,
        rank,
        userLast,
        counted,
        otherTitles);
  }

  public int size() {
    return events.size();
  }

  /** The last event of the version in epoch milliseconds; {@link EventTable#NO_TIME} without. */
  long last() {
    Instant last = version.lastTime();
    return last == null ? EventTable.NO_TIME : last.toEpochMilli();
  }

  /** Whole days from the last event of a user to the last of all; -1 without times. */
  int idleDays(int user) {
    return userLast[user] == EventTable.NO_TIME || last() == EventTable.NO_TIME
        ? -1
        : (int) ((last() - userLast[user]) / 86_400_000L);
  }
}
