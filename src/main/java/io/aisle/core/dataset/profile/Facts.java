package io.aisle.core.dataset.profile;

import io.aisle.domain.job.CancelSignal;
import java.time.Instant;
import java.util.Arrays;

/**
 * Figures that need no chart.
 *
 * @param first first event; null without times
 * @param last last event; null without times
 * @param density share of user-item pairs with at least one event, 0 to 1
 * @param perUser events of the median user; NaN without users, or when they are too few
 * @param perItem events of the median item; NaN without items
 * @param topShare share of all events that fall on the most active 1 % of the items (at least one
 *     item), 0 to 1
 * @param half how many of the most active items have half of all events
 */
public record Facts(
    Instant first,
    Instant last,
    double density,
    double perUser,
    double perItem,
    double topShare,
    int half)
    implements ProfilePart {

  static ProfilePart of(EventIndex index, int least, CancelSignal cancel) {
    double cells = (double) index.userEvents().length * index.itemEvents().length;
    return new Facts(
        index.version().firstTime(),
        index.version().lastTime(),
        pairs(index, cancel) / Math.max(1, cells),
        index.userEvents().length < least ? Double.NaN : median(index.userEvents()),
        median(index.itemEvents()),
        topShare(index),
        LongTail.ofItems(index).half());
  }

  /** Different pairs of a user and an item. */
  private static double pairs(EventIndex index, CancelSignal cancel) {
    Groups users = index.byUser();
    cancel.check();
    int[] by = new int[index.itemEvents().length];
    Arrays.fill(by, -1);
    long pairs = 0;
    for (int user = 0; user < users.size(); user++) {
      for (int i = users.start()[user]; i < users.start()[user + 1]; i++) {
        int item = index.events().item()[users.events()[i]];
        pairs += by[item] == user ? 0 : 1;
        by[item] = user;
      }
    }
    return pairs;
  }

  private static double topShare(EventIndex index) {
    int top = Math.min(index.byRank().length, Math.max(1, index.byRank().length / 100));
    long events = 0;
    for (int place = 0; place < top; place++) {
      events += index.itemEvents()[index.byRank()[place]];
    }
    return (double) events / Math.max(1, index.size());
  }

  /** The middle of some counts; NaN of none. */
  static double median(int[] counts) {
    if (counts.length == 0) {
      return Double.NaN;
    }
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
  }
}
