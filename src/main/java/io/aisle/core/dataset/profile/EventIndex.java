package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.job.CancelSignal;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The events of a version with the counts that every look at them needs, so that a filter is one
 * pass over arrays. What takes long to make (sessions, baskets) is made when it is asked for the
 * first time and kept as long as there is room. Thread-safe as long as nobody writes to the arrays.
 */
public final class EventIndex {
  private final DatasetVersion version;
  private final EventTable events;
  private final SessionReader reader;
  private final Optional<Map<Integer, List<String>>> otherTitles;
  private final int[] userEvents;
  private final int[] itemEvents;
  private final int[] byRank;
  private final int[] rank;
  private final long[] userLast;
  private final Map<EventKind, Long> kinds;
  private SoftReference<int[]> sessions = new SoftReference<>(null);
  private SoftReference<Baskets> baskets = new SoftReference<>(null);
  private SoftReference<Baskets> visits = new SoftReference<>(null);

  /** Reads the sessions of a version, which its snapshot does not hold. */
  @FunctionalInterface
  public interface SessionReader {
    /**
     * The number of the session of each event, -1 where absent; empty when the file has none.
     *
     * @return {@code [events]} or {@code [0]}
     */
    int[] read(CancelSignal cancel);
  }

  private EventIndex(
      DatasetVersion version,
      EventTable events,
      SessionReader reader,
      Optional<Map<Integer, List<String>>> otherTitles) {
    this.version = version;
    this.events = events;
    this.reader = reader;
    this.otherTitles = otherTitles;
    this.userEvents = new int[events.catalogue().users().size()];
    this.itemEvents = new int[events.catalogue().items().size()];
    this.userLast = new long[userEvents.length];
    this.kinds = count();
    this.byRank = Ranks.ofMost(itemEvents);
    this.rank = Ranks.places(byRank);
  }

  /**
   * @param otherTitles titles of items beside the one that is kept, by item; empty when the import
   *     did not note them
   */
  public static EventIndex of(
      DatasetVersion version,
      EventTable events,
      SessionReader reader,
      Optional<Map<Integer, List<String>>> otherTitles) {
    return new EventIndex(version, events, reader, otherTitles);
  }

  private Map<EventKind, Long> count() {
    Arrays.fill(userLast, EventTable.NO_TIME);
    long[] counts = new long[EventKind.values().length];
    for (int i = 0; i < events.size(); i++) {
      int user = events.user()[i];
      userEvents[user]++;
      itemEvents[events.item()[i]]++;
      userLast[user] = Math.max(userLast[user], events.millis()[i]);
      counts[events.kind()[i]]++;
    }
    Map<EventKind, Long> counted = new EnumMap<>(EventKind.class);
    for (EventKind kind : EventKind.values()) {
      if (counts[kind.ordinal()] > 0) {
        counted.put(kind, counts[kind.ordinal()]);
      }
    }
    return counted;
  }

  public DatasetVersion version() {
    return version;
  }

  public EventTable events() {
    return events;
  }

  public int size() {
    return events.size();
  }

  /** {@code [users]} events of each user. */
  int[] userEvents() {
    return userEvents;
  }

  /** {@code [items]} events of each item. */
  int[] itemEvents() {
    return itemEvents;
  }

  /** {@code [items]} items, the one with most events first; equal ones as in the file. */
  int[] byRank() {
    return byRank;
  }

  /** {@code [items]} place of each item in {@link #byRank}. */
  int[] rank() {
    return rank;
  }

  /** Events of each kind that occurs. */
  Map<EventKind, Long> kinds() {
    return kinds;
  }

  /** Titles of items beside the one that is kept, by item; empty: the import noted none. */
  Optional<Map<Integer, List<String>>> otherTitles() {
    return otherTitles;
  }

  /** What was bought or done together. */
  synchronized Baskets baskets(CancelSignal cancel) {
    Baskets known = baskets.get();
    if (known == null) {
      known = Baskets.of(events, sessions(cancel), kinds);
      baskets = new SoftReference<>(known);
    }
    return known;
  }

  /** What a user did in one go, of every kind. */
  synchronized Baskets visits(CancelSignal cancel) {
    Baskets known = visits.get();
    if (known == null) {
      known = Baskets.visits(events, sessions(cancel));
      visits = new SoftReference<>(known);
    }
    return known;
  }

  /** Number of the session of each event, -1 where absent; empty when the file has none. */
  synchronized int[] sessions(CancelSignal cancel) {
    int[] known = sessions.get();
    if (known == null) {
      known = reader.read(cancel);
      sessions = new SoftReference<>(known);
    }
    return known;
  }

  /** Events user by user, those of a user in the order of the file. */
  Groups byUser() {
    return Groups.of(events.user(), userEvents);
  }

  /** Events item by item, those of an item in the order of the file. */
  Groups byItem() {
    return Groups.of(events.item(), itemEvents);
  }

  /** The last event of the version in epoch milliseconds; {@link EventTable#NO_TIME} without. */
  long last() {
    Instant last = version.lastTime();
    return last == null ? EventTable.NO_TIME : last.toEpochMilli();
  }

  boolean timed() {
    return last() != EventTable.NO_TIME;
  }

  /** Whole days from the last event of a user to the last of all; -1 without times. */
  int idleDays(int user) {
    return userLast[user] == EventTable.NO_TIME || last() == EventTable.NO_TIME
        ? -1
        : (int) ((last() - userLast[user]) / 86_400_000L);
  }

  /** Places of entities that are ordered by how much they have. */
  static final class Ranks {
    private Ranks() {}

    /** Numbers from the one with most events on; equal ones in their order. */
    static int[] ofMost(int[] counts) {
      int[] order = new int[counts.length];
      for (int i = 0; i < order.length; i++) {
        order[i] = i;
      }
      IntArrays.stableSort(order, (a, b) -> Integer.compare(counts[b], counts[a]));
      return order;
    }

    /** The place of each number in an order. */
    static int[] places(int[] order) {
      int[] places = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        places[order[i]] = i;
      }
      return places;
    }
  }
}
