package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.profile.QualityCheck.Unit;
import io.aisle.domain.job.CancelSignal;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Sessions that were written twice, or that several users have. */
final class SameSession {
  private static final int EXAMPLES = 5;

  /** Visits of fewer events may equal each other by chance. */
  private static final int LEAST = 2;

  private SameSession() {}

  /** Visits with the same items, kinds and times as an earlier one. */
  static Finding repeated(EventIndex index, CancelSignal cancel) {
    EventTable events = index.events();
    Baskets visits = index.visits(cancel);
    int least = visits.rule() == Baskets.Rule.SESSION ? LEAST : LEAST + 1;
    long[] content = new long[visits.size().length];
    for (int event = 0; event < events.size(); event++) {
      if (visits.basket()[event] >= 0) {
        long what = ((long) events.item()[event] << 8) | events.kind()[event];
        // a sum, so that the order of the lines does not count
        content[visits.basket()[event]] +=
            HashCommon.mix(events.millis()[event] ^ HashCommon.mix(what));
      }
    }
    cancel.check();
    LongOpenHashSet twice = twice(content, visits.size(), least);
    LongOpenHashSet seen = new LongOpenHashSet(twice.size());
    BitSet repeated = new BitSet();
    for (int visit = 0; visit < content.length && !twice.isEmpty(); visit++) {
      if (visits.size()[visit] >= least
          && twice.contains(content[visit])
          && !seen.add(content[visit])) {
        repeated.set(visit);
      }
    }
    long found = repeated.cardinality();
    return new Finding(
        Unit.SESSIONS,
        Finding.graded(found, content.length, 0.001, 0.02),
        found,
        content.length,
        users(index, visits, repeated),
        event -> visits.basket()[event] >= 0 && repeated.get(visits.basket()[event]));
  }

  private static LongOpenHashSet twice(long[] content, int[] size, int least) {
    long[] sorted = new long[content.length];
    int count = 0;
    for (int visit = 0; visit < content.length; visit++) {
      if (size[visit] >= least) {
        sorted[count++] = content[visit];
      }
    }
    Arrays.sort(sorted, 0, count);
    LongOpenHashSet twice = new LongOpenHashSet();
    for (int i = 1; i < count; i++) {
      if (sorted[i] == sorted[i - 1]) {
        twice.add(sorted[i]);
      }
    }
    return twice;
  }

  private static List<String> users(EventIndex index, Baskets visits, BitSet repeated) {
    List<String> users = new ArrayList<>();
    for (int event = 0;
        event < index.size() && users.size() < EXAMPLES && !repeated.isEmpty();
        event++) {
      if (visits.basket()[event] >= 0 && repeated.get(visits.basket()[event])) {
        String user = index.events().catalogue().users().get(index.events().user()[event]);
        if (!users.contains(user)) {
          users.add(user);
        }
      }
    }
    return List.copyOf(users);
  }

  /** Events of sessions that more than one user has. */
  static Finding shared(EventIndex index, CancelSignal cancel) {
    int[] session = index.sessions(cancel);
    int[] user = index.events().user();
    int last = -1;
    for (int number : session) {
      last = Math.max(last, number);
    }
    int[] owner = new int[last + 1];
    Arrays.fill(owner, -1);
    BitSet shared = new BitSet();
    for (int event = 0; event < session.length; event++) {
      int number = session[event];
      if (number >= 0) {
        if (owner[number] < 0) {
          owner[number] = user[event];
        } else if (owner[number] != user[event]) {
          shared.set(number);
        }
      }
    }
    return Finding.events(
        index,
        event -> session.length > 0 && session[event] >= 0 && shared.get(session[event]),
        0.005,
        0.05);
  }
}
