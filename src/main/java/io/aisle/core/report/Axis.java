package io.aisle.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Maps values to pixels and knows its ticks.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}; above {@code low}
 * @param from pixel of the low end; may be above {@code to}, as on vertical axes
 * @param log whether the scale is logarithmic; then {@code low} is above 0
 */
record Axis(double low, double high, double from, double to, boolean log) {
  /** A linear axis from 0, with its end on a round number at or above {@code largest}. */
  static Axis fromZero(double largest, double from, double to) {
    double step = step(largest > 0 ? largest : 1, 5);
    return new Axis(0, Math.max(step, Math.ceil(largest / step - 1e-9) * step), from, to, false);
  }

  /** A linear axis of exactly these ends. */
  static Axis linear(double low, double high, double from, double to) {
    return new Axis(low, high > low ? high : low + 1, from, to, false);
  }

  /** A logarithmic axis over whole powers of ten; smaller values count as a hundredth. */
  static Axis logarithmic(double smallest, double largest, double from, double to) {
    double low = Math.pow(10, Math.floor(Math.log10(Math.max(smallest, 0.01)) + 1e-9));
    double high = Math.pow(10, Math.ceil(Math.log10(Math.max(largest, low)) - 1e-9));
    return new Axis(low, high > low ? high : low * 10, from, to, true);
  }

  double at(double value) {
    double share =
        log
            ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
            : (value - low) / (high - low);
    return from + share * (to - from);
  }

  /** Round values along the axis, ascending. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    if (log) {
      for (double tick = low; tick <= high * 1.000001; tick *= 10) {
        ticks.add(tick);
      }
      return ticks;
    }
    double step = step(high - low, 5);
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A tick in as few digits as its neighbours allow. */
  String label(double tick) {
    double step = log ? tick : step(high - low, 5);
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%,." + digits + "f", tick);
  }

  private static double step(double span, int about) {
    double raw = span / about;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double share = raw / power;
    return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
  }
}
