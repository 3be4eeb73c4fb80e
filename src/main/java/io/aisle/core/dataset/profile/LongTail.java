package io.aisle.core.dataset.profile;

import java.util.ArrayList;
import java.util.List;

/**
 * How the events spread over the items, or over the users, from the most active to the least.
 *
 * @param bars events of items (or users) in the order of their rank; {@code from} and {@code to}
 *     are ranks from 0
 * @param headItems the first fifth of them, rounded up
 * @param headShare share of all events that fall on it, 0 to 1; NaN without events
 * @param half how many of the first have half of all events
 */
public record LongTail(List<Bin> bars, int headItems, double headShare, int half) {
  private static final int MOST = 80;

  static LongTail ofItems(EventIndex index) {
    return of(index.byRank(), index.itemEvents(), index.size(), 1);
  }

  /**
   * @param least users of a bar, of the head and of {@link #half}; where there are fewer of them,
   *     there are no bars, the share is NaN and the half 0
   */
  static LongTail ofUsers(EventIndex index, int least) {
    int[] users = index.userEvents();
    LongTail tail = of(EventIndex.Ranks.ofMost(users), users, index.size(), least);
    List<Bin> bars = new ArrayList<>(tail.bars);
    if (!bars.isEmpty() && bars.getLast().to() - bars.getLast().from() < least) {
      Bin last = bars.removeLast();
      if (!bars.isEmpty()) {
        Bin before = bars.removeLast();
        bars.add(new Bin(before.from(), last.to(), before.count() + last.count()));
      }
    }
    return new LongTail(
        List.copyOf(bars),
        tail.headItems,
        tail.headItems < least ? Double.NaN : tail.headShare,
        tail.half < least ? 0 : tail.half);
  }

  private static LongTail of(int[] byRank, int[] counts, int size, int least) {
    int items = byRank.length;
    int wide = Math.max(least, (items + MOST - 1) / MOST);
    List<Bin> bars = new ArrayList<>();
    int head = (items + 4) / 5;
    long ofHead = 0;
    long sum = 0;
    long inBar = 0;
    int half = 0;
    for (int at = 0; at < items; at++) {
      int events = counts[byRank[at]];
      if (2 * sum < size) {
        half = at + 1;
      }
      sum += events;
      inBar += events;
      if (at + 1 == head) {
        ofHead = sum;
      }
      if ((at + 1) % wide == 0 || at + 1 == items) {
        bars.add(new Bin(at - at % wide, at + 1, inBar));
        inBar = 0;
      }
    }
    double share = size == 0 ? Double.NaN : (double) ofHead / size;
    return new LongTail(List.copyOf(bars), head, share, half);
  }
}
