package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear map from values to pixels, with round ticks.
 *
 * @param low value at {@code start}
 * @param high value at {@code end}, above {@code low}
 */
public record Scale(double low, double high, double start, double end) {
  private static final int MOST = 100;

  /** Spans at least the given values; a span of nothing is widened. */
  public static Scale of(double low, double high, double start, double end) {
    if (!(low <= high)) {
      return new Scale(0, 1, start, end);
    }
    double pad = low == high ? Math.max(Math.abs(low) * 0.1, 1e-6) : 0;
    return new Scale(low - pad, high + pad, start, end);
  }

  public double at(double value) {
    return start + (value - low) / (high - low) * (end - start);
  }

  /** The value at a pixel. */
  public double back(double pixel) {
    return low + (pixel - start) / (end - start) * (high - low);
  }

  /** Multiples of 1, 2 or 5 times a power of ten within the span, about {@code wanted} of them. */
  public List<Double> ticks(int wanted) {
    double step = step(wanted);
    List<Double> ticks = new ArrayList<>();
    double first = Math.ceil(low / step);
    double last = Math.floor(high / step + 1e-9);
    for (int i = 0; i <= Math.min(last - first, MOST); i++) { // a sum of steps might not grow
      double tick = (first + i) * step;
      ticks.add(Math.abs(tick) < step * 1e-9 ? 0.0 : tick);
    }
    return ticks;
  }

  /** Decimals that tell ticks apart. */
  public int decimals(int wanted) {
    return (int) Math.max(0, -Math.floor(Math.log10(step(wanted)) + 1e-9));
  }

  private double step(int wanted) {
    double raw = (high - low) / Math.max(1, wanted);
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double lead = raw / power;
    return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
  }
}
