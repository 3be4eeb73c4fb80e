package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.job.CancelSignal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Prices that are far from the item's own: its logarithm is further from the median of the item's
 * prices than five robust standard deviations (1.4826 times the median distance), and the price at
 * least three times or at most a third of the median. Items with fewer than five prices above 0 are
 * passed over.
 */
final class PriceOutliers {
  private static final int LEAST = 5;
  private static final double DEVIATIONS = 5 * 1.4826;
  private static final double TIMES = Math.log(3);

  private PriceOutliers() {}

  static Finding find(EventIndex index, CancelSignal cancel) {
    EventTable events = index.events();
    Groups items = index.byItem();
    BitSet outliers = new BitSet();
    float[] median = new float[items.size()];
    double[] logs = new double[1024];
    for (int item = 0; item < items.size(); item++) {
      if (item % 4096 == 0) {
        cancel.check();
      }
      int from = items.start()[item];
      int to = items.start()[item + 1];
      logs = logs.length < to - from ? new double[2 * (to - from)] : logs;
      int count = 0;
      for (int i = from; i < to; i++) {
        float price = events.price()[items.events()[i]];
        if (price > 0) {
          logs[count++] = Math.log(price);
        }
      }
      if (count >= LEAST) {
        double middle = median(logs, count);
        median[item] = (float) Math.exp(middle);
        for (int i = 0; i < count; i++) {
          logs[i] = Math.abs(logs[i] - middle);
        }
        double limit = Math.max(TIMES, DEVIATIONS * median(logs, count));
        for (int i = from; i < to; i++) {
          int event = items.events()[i];
          if (events.price()[event] > 0
              && Math.abs(Math.log(events.price()[event]) - middle) >= limit) {
            outliers.set(event);
          }
        }
      }
    }
    return Finding.events(
        index,
        outliers::get,
        0.005,
        0.05,
        event -> {
          int item = events.item()[event];
          return "%s: %s ~ %s"
              .formatted(
                  events.catalogue().label(item),
                  plain(events.price()[event]),
                  plain(median[item]));
        });
  }

  private static String plain(float price) {
    return new BigDecimal(Float.toString(price))
        .round(new MathContext(5))
        .stripTrailingZeros()
        .toPlainString();
  }

  private static double median(double[] values, int count) {
    Arrays.sort(values, 0, count);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
  }
}
