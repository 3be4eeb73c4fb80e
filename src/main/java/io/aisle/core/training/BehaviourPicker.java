package io.aisle.core.training;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import it.unimi.dsi.fastutil.longs.Long2IntLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chooses the events of other kinds that may be known, such that nothing held out leaks through
 * them. Where times tell: an event at or after the user's first held-out interaction is left out
 * (the first of validation and test for fitting and for validation, the first of test for histories
 * at test time); with a temporal split, at or after anybody's. With a random split, and where there
 * are no times: every event of a user and an item that are held out together is left out. Confined
 * to one thread.
 */
final class BehaviourPicker {
  private static final int KINDS = 16;

  private final SplitData split;
  private final boolean byTime;
  private final long[] fitUntil;
  private final long[] testUntil;
  private final LongOpenHashSet validPairs = new LongOpenHashSet();
  private final LongOpenHashSet testPairs = new LongOpenHashSet();

  BehaviourPicker(SplitSpec spec, SplitData split) {
    this.split = split;
    this.byTime = split.train().hasTimes() && !(spec instanceof SplitSpec.Random);
    this.testUntil = byTime ? first(split.test()) : new long[0];
    this.fitUntil = byTime ? first(split.valid()) : new long[0];
    for (int u = 0; u < fitUntil.length; u++) {
      fitUntil[u] = Math.min(fitUntil[u], testUntil[u]);
    }
    if (spec instanceof SplitSpec.TemporalAt || spec instanceof SplitSpec.TemporalRatios) {
      Arrays.fill(fitUntil, Arrays.stream(fitUntil).min().orElse(Long.MAX_VALUE));
      Arrays.fill(testUntil, Arrays.stream(testUntil).min().orElse(Long.MAX_VALUE));
    }
    if (!byTime) {
      addPairs(split.valid(), validPairs);
      addPairs(split.test(), testPairs);
    }
  }

  private static long[] first(Interactions part) {
    long[] first = new long[part.users()];
    Arrays.fill(first, Long.MAX_VALUE);
    for (int u = 0; u < part.users(); u++) {
      for (int at = part.offsets()[u]; at < part.offsets()[u + 1]; at++) {
        first[u] = Math.min(first[u], part.time()[at]);
      }
    }
    return first;
  }

  private static void addPairs(Interactions part, LongOpenHashSet pairs) {
    for (int u = 0; u < part.users(); u++) {
      for (int at = part.offsets()[u]; at < part.offsets()[u + 1]; at++) {
        pairs.add(pair(u, part.item()[at]));
      }
    }
  }

  private static long pair(int user, int item) {
    return ((long) user << 32) | item;
  }

  /**
   * @param kinds that are wanted, none of those that are predicted
   * @param catalogue of the split
   */
  Behaviours pick(EventTable events, Set<EventKind> kinds, Catalogue catalogue) {
    int[] users = places(events.catalogue().users(), catalogue.users());
    int[] items = places(events.catalogue().items(), catalogue.items());
    boolean[] wanted = new boolean[EventKind.values().length];
    kinds.forEach(kind -> wanted[kind.ordinal()] = true);
    Long2IntLinkedOpenHashMap latest = new Long2IntLinkedOpenHashMap();
    for (int i = 0; i < events.size(); i++) {
      int user = users[events.user()[i]];
      int item = items[events.item()[i]];
      if (wanted[events.kind()[i]] && user >= 0 && item >= 0) {
        int part = part(user, item, events.millis()[i]);
        long key =
            (((long) user * catalogue.items().size() + item) * KINDS + events.kind()[i]) * 2 + part;
        if (part >= 0 && (!latest.containsKey(key) || isLater(events, i, latest.get(key)))) {
          latest.put(key, i);
        }
      }
    }
    InteractionRows train = new InteractionRows(split.train().hasTimes());
    InteractionRows valid = new InteractionRows(split.train().hasTimes());
    latest
        .long2IntEntrySet()
        .forEach(
            entry -> {
              int i = entry.getIntValue();
              (entry.getLongKey() % 2 == 0 ? train : valid)
                  .add(
                      users[events.user()[i]],
                      items[events.item()[i]],
                      events.kind()[i],
                      seconds(events.millis()[i]));
            });
    boolean times = split.train().hasTimes();
    int userCount = catalogue.users().size();
    int itemCount = catalogue.items().size();
    return new Behaviours(
        train.matrix(userCount, itemCount, times), valid.matrix(userCount, itemCount, times));
  }

  private static boolean isLater(EventTable events, int event, int than) {
    return events.millis()[event] >= events.millis()[than];
  }

  /** 0: known from fitting on; 1: known at test time; -1: never. */
  private int part(int user, int item, long millis) {
    if (byTime) {
      long time = seconds(millis);
      boolean known = millis != EventTable.NO_TIME;
      return !known || time >= testUntil[user] ? -1 : time < fitUntil[user] ? 0 : 1;
    }
    long pair = pair(user, item);
    return testPairs.contains(pair) || (split.train().hasTimes() && millis == EventTable.NO_TIME)
        ? -1
        : validPairs.contains(pair) ? 1 : 0;
  }

  private static long seconds(long millis) {
    return millis == EventTable.NO_TIME ? 0 : Math.floorDiv(millis, 1000L);
  }

  /** Where each of some ids stands among others, or -1. */
  private static int[] places(List<String> from, List<String> among) {
    Map<String, Integer> places = new HashMap<>();
    among.forEach(id -> places.put(id, places.size()));
    return from.stream().mapToInt(id -> places.getOrDefault(id, -1)).toArray();
  }
}
