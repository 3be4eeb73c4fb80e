package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.EventKind;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import java.util.Map;

/**
 * Which events belong to one basket.
 *
 * @param rule what makes events one basket
 * @param purchasesOnly whether other kinds were left out, because there are purchases among them
 * @param basket {@code [events]} number of the basket; -1 when the event is in none
 * @param size {@code [baskets]} events of each basket
 */
public record Baskets(Rule rule, boolean purchasesOnly, int[] basket, int[] size) {
  private static final long DAY = 86_400_000L;
  private static final long PAUSE = 1_800_000L;

  /** What makes the events of a user one basket. */
  public enum Rule {
    /** The same session or invoice. */
    SESSION,
    /** The same day (UTC), because the file has no sessions. */
    DAY,
    /** No pause of half an hour, because the file has no sessions. */
    PAUSE,
    /** There are neither sessions nor times. */
    NONE
  }

  /**
   * @param session {@code [events]} number of the session; -1 where absent; empty when the file has
   *     none
   */
  static Baskets of(EventTable events, int[] session, Map<EventKind, Long> kinds) {
    boolean purchases = kinds.containsKey(EventKind.PURCHASE) && kinds.size() > 1;
    Rule rule = session.length > 0 ? Rule.SESSION : timed(events) ? Rule.DAY : Rule.NONE;
    return numbered(events, session, rule, purchases);
  }

  /**
   * Visits: everything of a user in a session or, without sessions, up to a pause of half an hour.
   *
   * @param session as of {@link #of}
   */
  static Baskets visits(EventTable events, int[] session) {
    if (session.length > 0) {
      return numbered(events, session, Rule.SESSION, false);
    }
    if (!timed(events)) {
      return numbered(events, session, Rule.NONE, false);
    }
    int[] counts = new int[events.catalogue().users().size()];
    for (int user : events.user()) {
      counts[user]++;
    }
    Groups users = Groups.of(events.user(), counts);
    int[] visit = new int[events.size()];
    IntArrayList sizes = new IntArrayList();
    for (int user = 0; user < users.size(); user++) {
      cut(events.millis(), users, user, visit, sizes);
    }
    return new Baskets(Rule.PAUSE, false, visit, sizes.toIntArray());
  }

  /**
   * Numbers the visits of a user: times alone are sorted, which takes a tenth of sorting events.
   */
  private static void cut(long[] millis, Groups users, int user, int[] visit, IntArrayList sizes) {
    int from = users.start()[user];
    int to = users.start()[user + 1];
    long[] times = new long[to - from];
    for (int i = from; i < to; i++) {
      times[i - from] = millis[users.events()[i]];
    }
    Arrays.sort(times);
    int starts = 0;
    long before = 0;
    for (int i = 0; i < times.length; i++) {
      long time = times[i];
      if (i == 0 || time - before >= PAUSE) {
        times[starts++] = time; // what stands there was read already
      }
      before = time;
    }
    int first = sizes.size();
    for (int i = 0; i < starts; i++) {
      sizes.add(0);
    }
    for (int i = from; i < to; i++) {
      int at = Arrays.binarySearch(times, 0, starts, millis[users.events()[i]]);
      int number = first + (at >= 0 ? at : -at - 2);
      visit[users.events()[i]] = number;
      sizes.set(number, sizes.getInt(number) + 1);
    }
  }

  private static boolean timed(EventTable events) {
    boolean timed = false;
    for (int i = 0; i < events.size() && !timed; i++) {
      timed = events.millis()[i] != EventTable.NO_TIME;
    }
    return timed;
  }

  private static Baskets numbered(EventTable events, int[] session, Rule rule, boolean purchases) {
    int[] basket = new int[events.size()];
    Arrays.fill(basket, -1);
    IntArrayList sizes = new IntArrayList();
    if (rule != Rule.NONE) {
      Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
      numbers.defaultReturnValue(-1);
      for (int i = 0; i < basket.length; i++) {
        boolean wanted = !purchases || events.kind()[i] == EventKind.PURCHASE.ordinal();
        int part = part(events, session, i);
        if (wanted && part != Integer.MIN_VALUE) {
          long key = ((long) events.user()[i] << 32) | (part & 0xffff_ffffL);
          int number = numbers.get(key);
          if (number < 0) {
            number = sizes.size();
            numbers.put(key, number);
            sizes.add(0);
          }
          basket[i] = number;
          sizes.set(number, sizes.getInt(number) + 1);
        }
      }
    }
    return new Baskets(rule, purchases, basket, sizes.toIntArray());
  }

  private static int part(EventTable events, int[] session, int event) {
    if (session.length > 0) {
      return session[event] < 0 ? Integer.MIN_VALUE : session[event];
    }
    long millis = events.millis()[event];
    return millis == EventTable.NO_TIME ? Integer.MIN_VALUE : (int) Math.floorDiv(millis, DAY);
  }

  /** Events put together by their baskets. */
  Groups groups() {
    return Groups.of(basket, size);
  }

  /** Events in the basket of an event; 0 when it is in none. */
  int sizeOf(int event) {
    return basket[event] < 0 ? 0 : size[basket[event]];
  }

  /** Median number of events of a basket; NaN without baskets. */
  public double median() {
    if (size.length == 0) {
      return Double.NaN;
    }
    int[] sorted = size.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
  }
}
