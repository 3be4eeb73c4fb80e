package io.aisle.testkit.large;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.FileEvents;
import io.aisle.core.dataset.Samples;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.testkit.TestControl;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What large files are drawn from: the sessions of the RetailRocket sample (visits of one visitor
 * without half an hour of rest), the hours of the week at which they begin, and the prices of the
 * lines of Online Retail.
 */
final class ShopSessions {
  private static final long REST = 30 * 60_000L;
  private static final int HOURS = 7 * 24;

  final EventTable events;

  /** Numbers of the events, visitor by visitor in the order of time. */
  final int[] order;

  /** Where in {@link #order} each session begins; one more than there are sessions. */
  final int[] starts;

  /** Sessions that begin in each hour of the week, counted from the epoch's first. */
  final long[] hours = new long[HOURS];

  final float[] prices;

  private ShopSessions(EventTable events, float[] prices) {
    this.events = events;
    this.prices = prices;
    order = IntStream.range(0, events.size()).toArray();
    IntArrays.stableSort(
        order,
        (a, b) ->
            events.user()[a] == events.user()[b]
                ? Long.compare(events.millis()[a], events.millis()[b])
                : Integer.compare(events.user()[a], events.user()[b]));
    IntArrayList begins = new IntArrayList();
    for (int i = 0; i < order.length; i++) {
      if (i == 0
          || events.user()[order[i]] != events.user()[order[i - 1]]
          || events.millis()[order[i]] - events.millis()[order[i - 1]] > REST) {
        begins.add(i);
        hours[hour(events.millis()[order[i]])]++;
      }
    }
    begins.add(order.length);
    starts = begins.toIntArray();
  }

  /**
   * @param home application home, with the bundled samples
   */
  static ShopSessions read(Path home) {
    EventTable retail = table(home, "online-retail");
    float[] prices = new float[retail.size()];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = retail.price()[i];
    }
    return new ShopSessions(table(home, "retailrocket"), prices);
  }

  private static EventTable table(Path home, String sample) {
    var plan = new Samples(home).require(sample).plan();
    return FileEvents.read(
            new DatasetSpec.Files(
                Optional.of(plan.files().getFirst()),
                plan.mapping(),
                Optional.empty(),
                Optional.empty()),
            new TestControl())
        .events();
  }

  static int hour(long millis) {
    return (int) Math.floorMod(Math.floorDiv(millis, 3_600_000L), (long) HOURS);
  }

  int sessions() {
    return starts.length - 1;
  }

  int users() {
    return events.catalogue().users().size();
  }

  int items() {
    return events.catalogue().items().size();
  }
}
