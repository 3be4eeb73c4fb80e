package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** How many events, users and items each kind has. */
final class Kinds {
  private Kinds() {}

  static ProfilePart of(EventIndex index, int least, CancelSignal cancel) {
    int kinds = EventKind.values().length;
    BitSet[] users = new BitSet[kinds];
    BitSet[] items = new BitSet[kinds];
    for (EventKind kind : index.kinds().keySet()) {
      users[kind.ordinal()] = new BitSet(index.userEvents().length);
      items[kind.ordinal()] = new BitSet(index.itemEvents().length);
    }
    EventTable events = index.events();
    for (int i = 0; i < events.size(); i++) {
      users[events.kind()[i]].set(events.user()[i]);
      items[events.kind()[i]].set(events.item()[i]);
    }
    List<KindCount> counts = new ArrayList<>();
    index
        .kinds()
        .forEach(
            (kind, count) -> {
              int by = users[kind.ordinal()].cardinality();
              if (by >= least) {
                counts.add(new KindCount(kind, count, by, items[kind.ordinal()].cardinality()));
              }
            });
    return new ProfilePart.Funnel(
        List.copyOf(counts), new SmallGroups(index.kinds().size() - counts.size(), least));
  }
}
