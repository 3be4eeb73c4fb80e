package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.aggregate.AggregateFunctions;
import tech.tablesaw.api.IntColumn;

/**
 * A data set at a glance. All times are UTC.
 *
 * @param days events of each day
 * @param hours {@code [7][24]} events by day of the week, Monday first, and hour
 * @param kinds every kind that occurs, in the order of a purchase
 * @param basketRule what makes events one basket
 * @param basketsOfPurchases whether other kinds were left out of the baskets
 * @param baskets how many baskets have how many events
 * @param basketMedian events of the median basket; NaN without baskets
 * @param activity how many users have how many events
 * @param prices how many events have which price; empty without prices
 * @param recency how many users had their last event how many days before the last of all
 * @param userActivity quantiles of the number of events of a user
 * @param itemActivity quantiles of the number of events of an item
 * @param density share of user-item pairs with at least one event, 0 to 1
 * @param topShare share of all events that fall on the most active 1 % of the items (at least one
 *     item), 0 to 1
 */
public record DatasetProfile(
    long events,
    int users,
    int items,
    Days days,
    long[][] hours,
    List<KindCount> kinds,
    LongTail tail,
    Baskets.Rule basketRule,
    boolean basketsOfPurchases,
    List<Bin> baskets,
    double basketMedian,
    List<Bin> activity,
    List<Bin> prices,
    List<Bin> recency,
    List<Quantile> userActivity,
    List<Quantile> itemActivity,
    double density,
    double topShare) {
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 0.9, 0.99, 1};
  private static final int BASKET_BARS = 40;
  private static final int RECENCY_BARS = 30;

  /**
   * @param share 0 is the smallest, 0.5 the median, 1 the largest
   */
  public record Quantile(double share, double value) {}

  /** The profile of events. */
  public static DatasetProfile of(EventIndex index, CancelSignal cancel) {
    EventTable events = index.events();
    int users = index.userEvents().length;
    int items = index.itemEvents().length;
    IntColumn perUser = IntColumn.create("events of a user", index.userEvents());
    IntColumn perItem = IntColumn.create("events of an item", index.itemEvents());
    Days days = Days.of(events, null);
    cancel.check();
    long pairs = pairs(events);
    cancel.check();
    return new DatasetProfile(
        events.size(),
        users,
        items,
        days,
        hours(events),
        kinds(index),
        LongTail.of(index),
        index.baskets().rule(),
        index.baskets().purchasesOnly(),
        Bins.even(index.baskets().size(), 1, BASKET_BARS),
        index.baskets().median(),
        Bins.doubling(index.userEvents()),
        Bins.money(events.price()),
        recency(index),
        quantiles(perUser),
        quantiles(perItem),
        (double) pairs / Math.max(1.0, (double) users * items),
        topShare(perItem));
  }

  /** Median of quantiles. */
  public static double median(List<Quantile> quantiles) {
    return quantiles.stream()
        .filter(quantile -> quantile.share() == 0.5)
        .mapToDouble(Quantile::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static List<Bin> recency(EventIndex index) {
    int[] idle = new int[index.userLast().length];
    int count = 0;
    for (int user = 0; user < idle.length; user++) {
      int days = index.idleDays(user);
      if (days >= 0) {
        idle[count++] = days;
      }
    }
    return Bins.even(Arrays.copyOf(idle, count), 0, RECENCY_BARS);
  }

  private static List<Quantile> quantiles(IntColumn column) {
    return Arrays.stream(SHARES)
        .mapToObj(share -> new Quantile(share, quantile(column, share)))
        .toList();
  }

  private static double quantile(IntColumn column, double share) {
    if (column.isEmpty()) {
      return Double.NaN;
    }
    return share == 0 ? column.min() : AggregateFunctions.percentile(column, 100 * share);
  }

  private static double topShare(IntColumn perItem) {
    IntColumn sorted = perItem.copy();
    sorted.sortDescending();
    int top = Math.max(1, sorted.size() / 100);
    return sorted.first(top).sum() / Math.max(1, sorted.sum());
  }

  private static long[][] hours(EventTable events) {
    long[][] hours = new long[7][24];
    for (long millis : events.millis()) {
      if (millis != EventTable.NO_TIME) {
        hours[WeekHour.day(millis)][WeekHour.hour(millis)]++;
      }
    }
    return hours;
  }

  private static List<KindCount> kinds(EventIndex index) {
    List<KindCount> counts = new ArrayList<>();
    for (EventKind kind : index.kinds().keySet()) {
      boolean[] users = new boolean[index.userEvents().length];
      boolean[] items = new boolean[index.itemEvents().length];
      EventTable events = index.events();
      for (int i = 0; i < events.size(); i++) {
        if (events.kind()[i] == kind.ordinal()) {
          users[events.user()[i]] = true;
          items[events.item()[i]] = true;
        }
      }
      counts.add(new KindCount(kind, index.kinds().get(kind), count(users), count(items)));
    }
    return counts;
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }

  private static long pairs(EventTable events) {
    long[] pairs = new long[events.size()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = ((long) events.user()[i] << 32) | events.item()[i];
    }
    Arrays.sort(pairs);
    long distinct = pairs.length == 0 ? 0 : 1;
    for (int i = 1; i < pairs.length; i++) {
      distinct += pairs[i] == pairs[i - 1] ? 0 : 1;
    }
    return distinct;
  }
}
