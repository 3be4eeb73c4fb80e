package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.BitSet;

/**
 * Events that cannot be told apart, or not be put in order. Keys are 64-bit hashes: among ten
 * million events two different ones share a key with a chance of one in 300,000.
 */
public final class SameMoment {
  private SameMoment() {}

  /** Events that equal an earlier one in user, item, kind and time. */
  static Finding repeats(EventIndex index) {
    EventTable events = index.events();
    LongOpenHashSet seen = new LongOpenHashSet(events.size());
    BitSet repeated = new BitSet();
    for (int event = 0; event < events.size(); event++) {
      long millis = events.millis()[event];
      long key = key(events.user()[event], events.item()[event], events.kind()[event], millis);
      if (millis != EventTable.NO_TIME && !seen.add(key)) {
        repeated.set(event);
      }
    }
    return EventChecks.events(index, repeated::get, 0.005, 0.05);
  }

  /** Events of a user at one and the same time: their order is that of the file. */
  static Finding ties(EventIndex index) {
    EventTable events = index.events();
    LongOpenHashSet once = new LongOpenHashSet(events.size());
    LongOpenHashSet twice = new LongOpenHashSet();
    for (int event = 0; event < events.size(); event++) {
      long key = moment(events, event);
      if (events.millis()[event] != EventTable.NO_TIME && !once.add(key)) {
        twice.add(key);
      }
    }
    return EventChecks.events(
        index,
        event ->
            events.millis()[event] != EventTable.NO_TIME && twice.contains(moment(events, event)),
        1.1,
        1.1);
  }

  /** Equal for events with the same user, item, kind and time. */
  public static long key(int user, int item, byte kind, long millis) {
    long what = ((long) item << 8) | kind;
    return HashCommon.mix(moment(user, millis) ^ HashCommon.mix(what));
  }

  private static long moment(EventTable events, int event) {
    return moment(events.user()[event], events.millis()[event]);
  }

  private static long moment(int user, long millis) {
    return HashCommon.mix(millis * 31 + HashCommon.mix((long) user));
  }
}
