package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.job.CancelSignal;
import java.util.BitSet;

/**
 * Clocks that are wrong, in files that were written as things happened: there an event whose time
 * is more than five minutes off the events around it was stamped by a clock that is ahead or
 * behind. The events that are in order are the longest sequence of times that never falls (patience
 * sorting); of a file where it does not hold 95 of 100 events nothing is said.
 */
final class FileOrder {
  private static final long TOLERATED = 300_000L;
  private static final double ORDERED = 0.95;
  private static final double RISING = 0.9;

  private FileOrder() {}

  static Finding find(EventIndex index, CancelSignal cancel) {
    BitSet off = new BitSet();
    if (rising(index.events().millis()) >= RISING) {
      off = off(index.events().millis(), cancel);
    }
    return Clocks.wrong(index, off::get);
  }

  /** Share of events that are not before the one above them. */
  private static double rising(long[] millis) {
    long rising = 1;
    for (int i = 1; i < millis.length; i++) {
      rising += millis[i] >= millis[i - 1] ? 1 : 0;
    }
    return (double) rising / millis.length;
  }

  private static BitSet off(long[] millis, CancelSignal cancel) {
    BitSet ordered = longest(millis);
    cancel.check();
    BitSet off = new BitSet();
    if (ordered.cardinality() < ORDERED * millis.length) {
      return off;
    }
    for (int event = ordered.nextClearBit(0);
        event < millis.length;
        event = ordered.nextClearBit(event + 1)) {
      int before = ordered.previousSetBit(event);
      int after = ordered.nextSetBit(event);
      boolean behind = before >= 0 && millis[event] < millis[before] - TOLERATED;
      boolean ahead = after >= 0 && millis[event] > millis[after] + TOLERATED;
      if ((behind || ahead) && millis[event] != EventTable.NO_TIME) {
        off.set(event);
      }
    }
    return off;
  }

  /** Places of a longest sequence that never falls. */
  private static BitSet longest(long[] millis) {
    int[] last = new int[millis.length];
    int[] before = new int[millis.length];
    int length = 0;
    for (int event = 0; event < millis.length; event++) {
      int at = length;
      if (length > 0 && millis[event] < millis[last[length - 1]]) {
        at = above(millis, last, length, millis[event]);
      }
      before[event] = at == 0 ? -1 : last[at - 1];
      last[at] = event;
      length = Math.max(length, at + 1);
    }
    BitSet longest = new BitSet(millis.length);
    for (int event = length == 0 ? -1 : last[length - 1]; event >= 0; event = before[event]) {
      longest.set(event);
    }
    return longest;
  }

  /** The first of the sequences whose last time is above a time. */
  private static int above(long[] millis, int[] last, int length, long time) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (millis[last[middle]] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
