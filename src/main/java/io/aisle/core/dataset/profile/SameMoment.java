package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntToLongFunction;

/**
 * Events that cannot be told apart, or not be put in order. Keys are 64-bit hashes: among ten
 * million events two different ones share a key with a chance of one in 300,000.
 */
public final class SameMoment {
  private SameMoment() {}

  /** Events that equal an earlier one in user, item, kind and time. */
  static Finding repeats(EventIndex index) {
    EventTable events = index.events();
    IntToLongFunction key =
        event ->
            key(
                events.user()[event],
                events.item()[event],
                events.kind()[event],
                events.millis()[event]);
    LongOpenHashSet twice = twice(events, key);
    LongOpenHashSet seen = new LongOpenHashSet(twice.size());
    BitSet repeated = new BitSet();
    for (int event = 0; event < events.size() && !twice.isEmpty(); event++) {
      if (timed(events, event)) {
        long mine = key.applyAsLong(event);
        if (twice.contains(mine) && !seen.add(mine)) {
          repeated.set(event);
        }
      }
    }
    return Finding.events(index, repeated::get, 0.005, 0.05);
  }

  /** Events of a user at one and the same time: their order is that of the file. */
  static Finding ties(EventIndex index) {
    EventTable events = index.events();
    LongOpenHashSet twice = twice(events, event -> moment(events, event));
    return Finding.events(
        index, event -> timed(events, event) && twice.contains(moment(events, event)), 1.1, 1.1);
  }

  /** The keys that several events have; sorting takes a third of the room of a set of all. */
  private static LongOpenHashSet twice(EventTable events, IntToLongFunction key) {
    long[] keys = new long[events.size()];
    int size = 0;
    for (int event = 0; event < keys.length; event++) {
      if (timed(events, event)) {
        keys[size++] = key.applyAsLong(event);
      }
    }
    Arrays.sort(keys, 0, size);
    LongOpenHashSet twice = new LongOpenHashSet();
    for (int i = 1; i < size; i++) {
      if (keys[i] == keys[i - 1]) {
        twice.add(keys[i]);
      }
    }
    return twice;
  }

  private static boolean timed(EventTable events, int event) {
    return events.millis()[event] != EventTable.NO_TIME;
  }

  /** A key of the user and the time of an event. */
  static long moment(EventTable events, int event) {
    return moment(events.user()[event], events.millis()[event]);
  }

  /** Equal for events with the same user, item, kind and time. */
  public static long key(int user, int item, byte kind, long millis) {
    long what = ((long) item << 8) | kind;
    return HashCommon.mix(moment(user, millis) ^ HashCommon.mix(what));
  }

  private static long moment(int user, long millis) {
    return HashCommon.mix(millis * 31 + HashCommon.mix((long) user));
  }
}
