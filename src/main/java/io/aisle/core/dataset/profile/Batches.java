package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.job.CancelSignal;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Instant;
import java.util.Arrays;

/**
 * Moments at which far more happens than usual, by many users: rows that were stamped when they
 * were loaded. Their times tell nothing of what came first, so that a split by time puts what came
 * later into training. A moment is one of a batch when at least ten users have events at it, at
 * least 20 of them and 20 times as many as at the median moment; where the file knows days only,
 * each day is a moment and the median is that of a day.
 */
final class Batches {
  private static final int EVENTS = 20;
  private static final int TIMES_USUAL = 20;
  private static final int USERS = 10;

  private Batches() {}

  static Finding find(EventIndex index, CancelSignal cancel) {
    EventTable events = index.events();
    LongOpenHashSet batches = crowded(events);
    cancel.check();
    if (!batches.isEmpty()) {
      batches = ofManyUsers(events, batches);
    }
    LongOpenHashSet found = batches;
    return Finding.events(
        index,
        event -> !found.isEmpty() && found.contains(events.millis()[event]),
        0.005,
        0.05,
        event -> Instant.ofEpochMilli(events.millis()[event]).toString());
  }

  private static LongOpenHashSet crowded(EventTable events) {
    long[] sorted = events.millis().clone();
    Arrays.sort(sorted);
    int[] lengths = new int[sorted.length];
    int moments = 0;
    for (int from = 0, to; from < sorted.length; from = to) {
      to = end(sorted, from);
      if (sorted[from] != EventTable.NO_TIME) {
        lengths[moments++] = to - from;
      }
    }
    LongOpenHashSet crowded = new LongOpenHashSet();
    if (moments == 0) {
      return crowded;
    }
    Arrays.sort(lengths, 0, moments);
    long least = Math.max(EVENTS, (long) TIMES_USUAL * lengths[moments / 2]);
    for (int from = 0, to; from < sorted.length; from = to) {
      to = end(sorted, from);
      if (sorted[from] != EventTable.NO_TIME && to - from >= least) {
        crowded.add(sorted[from]);
      }
    }
    return crowded;
  }

  private static int end(long[] sorted, int from) {
    int to = from + 1;
    while (to < sorted.length && sorted[to] == sorted[from]) {
      to++;
    }
    return to;
  }

  private static LongOpenHashSet ofManyUsers(EventTable events, LongOpenHashSet crowded) {
    Long2IntOpenHashMap users = new Long2IntOpenHashMap();
    LongOpenHashSet seen = new LongOpenHashSet();
    for (int event = 0; event < events.size(); event++) {
      long millis = events.millis()[event];
      if (crowded.contains(millis) && seen.add(SameMoment.moment(events, event))) {
        users.addTo(millis, 1);
      }
    }
    LongOpenHashSet many = new LongOpenHashSet();
    users
        .long2IntEntrySet()
        .forEach(
            moment -> {
              if (moment.getIntValue() >= USERS) {
                many.add(moment.getLongKey());
              }
            });
    return many;
  }
}
