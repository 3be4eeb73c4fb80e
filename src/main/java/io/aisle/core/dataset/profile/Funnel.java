package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.job.CancelSignal;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Kinds out of the order of a purchase: an item in the cart or bought by a user who looks at it for
 * the first time only later. Who never looks at it is not counted, the views may be missing.
 */
final class Funnel {
  private Funnel() {}

  /** There must be times, looks, and something that follows them. */
  static boolean applies(EventIndex index) {
    var kinds = index.kinds();
    return index.timed()
        && (kinds.containsKey(EventKind.VIEW) || kinds.containsKey(EventKind.CLICK))
        && (kinds.containsKey(EventKind.CART) || kinds.containsKey(EventKind.PURCHASE));
  }

  static Finding find(EventIndex index, CancelSignal cancel) {
    EventTable events = index.events();
    Groups users = index.byUser();
    long[] looked = new long[index.itemEvents().length];
    int[] by = new int[looked.length];
    Arrays.fill(by, -1);
    BitSet early = new BitSet();
    for (int user = 0; user < users.size(); user++) {
      if (user % 4096 == 0) {
        cancel.check();
      }
      for (int i = users.start()[user]; i < users.start()[user + 1]; i++) {
        int event = users.events()[i];
        int item = events.item()[event];
        if (look(events.kind()[event])) {
          long known = by[item] == user ? looked[item] : Long.MAX_VALUE;
          looked[item] = Math.min(known, events.millis()[event]);
          by[item] = user;
        }
      }
      for (int i = users.start()[user]; i < users.start()[user + 1]; i++) {
        int event = users.events()[i];
        int item = events.item()[event];
        if (follows(events.kind()[event])
            && by[item] == user
            && events.millis()[event] < looked[item]) {
          early.set(event);
        }
      }
    }
    return Finding.events(index, early::get, 0.005, 0.05);
  }

  private static boolean look(byte kind) {
    return kind == EventKind.VIEW.ordinal() || kind == EventKind.CLICK.ordinal();
  }

  private static boolean follows(byte kind) {
    return kind == EventKind.CART.ordinal() || kind == EventKind.PURCHASE.ordinal();
  }
}
