package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * One direction of a chart: which values it spans and where they lie.
 *
 * @param low value at {@code start}; above 0 when logarithmic
 * @param high value at {@code end}, above {@code low}
 * @param start in CSS pixels
 * @param end in CSS pixels; below {@code start} for an axis that runs upwards
 */
record Axis(Kind kind, double low, double high, double start, double end) {
  private static final int[] ONE = {1};
  private static final List<int[]> LEADS = List.of(new int[] {1, 2, 5}, new int[] {1, 3}, ONE);

  /** How values lie on an axis. */
  enum Kind {
    LINEAR,
    /** Linear, with ticks at whole numbers only. */
    WHOLE,
    LOG,
    /** Milliseconds since 1970, UTC. */
    TIME
  }

  /** Spans at least the given values; a span of nothing is widened, no values make any axis. */
  static Axis of(Kind kind, double low, double high) {
    if (kind == Kind.LOG) {
      boolean some = low > 0 && low <= high && Double.isFinite(high);
      double from = some ? low : 1;
      double to = some ? high : 10;
      double pad = Math.max(Math.pow(to / from, 0.04), 1.05);
      return new Axis(kind, from / pad, to * pad, 0, 1);
    }
    if (kind == Kind.TIME && low == high) {
      return new Axis(kind, low - 43_200_000, high + 43_200_000, 0, 1);
    }
    Scale scale = Scale.of(low, high, 0, 1);
    return new Axis(kind, scale.low(), scale.high(), 0, 1);
  }

  /** The same values, with a share of the span added at either end. */
  Axis padded(double below, double above) {
    return part(-below, 1 + above);
  }

  Axis on(double from, double to) {
    return new Axis(kind, low, high, from, to);
  }

  /** The part between two shares of the span. */
  Axis part(double from, double to) {
    return new Axis(kind, valueAt(from), valueAt(to), start, end);
  }

  double at(double value) {
    return start + share(value) * (end - start);
  }

  /** Where a value lies: 0 at {@link #low}, 1 at {@link #high}. */
  double share(double value) {
    return (unit(value) - unit(low)) / (unit(high) - unit(low));
  }

  /** The value at a pixel. */
  double back(double pixel) {
    return valueAt((pixel - start) / (end - start));
  }

  boolean holds(double value) {
    return value >= low && value <= high;
  }

  /** About {@code wanted} round values with their words. */
  List<Tick> ticks(int wanted, ChartWords words) {
    return switch (kind) {
      case TIME -> TimeTicks.between(low, high, wanted, words);
      case LOG -> logTicks(wanted, words);
      case LINEAR, WHOLE -> linearTicks(wanted, words);
    };
  }

  private List<Tick> linearTicks(int wanted, ChartWords words) {
    Scale scale = new Scale(low, high, start, end);
    int decimals = kind == Kind.WHOLE ? 0 : scale.decimals(wanted);
    double largest = Math.max(Math.abs(low), Math.abs(high));
    return scale.ticks(wanted).stream()
        .filter(tick -> kind != Kind.WHOLE || tick == Math.rint(tick))
        .map(tick -> new Tick(tick, words.tick(tick, decimals, largest)))
        .toList();
  }

  private List<Tick> logTicks(int wanted, ChartWords words) {
    if (Math.log10(high / low) < 0.7) {
      return new Axis(Kind.LINEAR, low, high, start, end).linearTicks(wanted, words);
    }
    for (int[] leads : LEADS) {
      List<Tick> ticks = decades(leads, 1, words);
      if (ticks.size() <= Math.max(2, wanted)) {
        return ticks;
      }
    }
    return decades(ONE, (int) Math.ceil(Math.log10(high / low) / Math.max(1, wanted)), words);
  }

  /** Multiples of powers of ten, of every so manieth power. */
  private List<Tick> decades(int[] leads, int each, ChartWords words) {
    List<Tick> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
      for (int lead : leads) {
        double value = lead * Math.pow(10, power);
        if (holds(value) && Math.floorMod(power, each) == 0) {
          ticks.add(new Tick(value, words.value(value)));
        }
      }
    }
    return ticks;
  }

  private double valueAt(double share) {
    double unit = unit(low) + share * (unit(high) - unit(low));
    return kind == Kind.LOG ? Math.pow(10, unit) : unit;
  }

  private double unit(double value) {
    return kind == Kind.LOG ? Math.log10(value) : value;
  }
}
