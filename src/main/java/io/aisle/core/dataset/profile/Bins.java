package io.aisle.core.dataset.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes distributions. Values that are not finite are left out. */
final class Bins {
  private static final double[] STEPS = {1, 2, 5};

  private Bins() {}

  /**
   * Bars of one width, the last one open: it takes what lies beyond the 97th percentile.
   *
   * @param values at least 0
   * @param most bars at most
   */
  static List<Bin> even(int[] values, int first, int most) {
    if (values.length == 0) {
      return List.of();
    }
    int[] sorted = values.clone();
    Arrays.sort(sorted);
    int high = sorted[(int) Math.min(sorted.length - 1L, sorted.length * 97L / 100)];
    int width = Math.max(1, (high - first + most) / most);
    int bars = Math.max(1, Math.min(most, (sorted[sorted.length - 1] - first) / width + 1));
    long[] counts = new long[bars];
    for (int value : sorted) {
      counts[Math.clamp((value - first) / width, 0, bars - 1)]++;
    }
    boolean open = sorted[sorted.length - 1] >= first + bars * width;
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < bars; i++) {
      double from = first + (double) i * width;
      double to = open && i == bars - 1 ? Double.POSITIVE_INFINITY : from + width;
      bins.add(new Bin(from, to, counts[i]));
    }
    return bins;
  }

  /**
   * The bar that a value lies in; -1 when it is in none.
   *
   * @param bins ascending
   */
  static int place(List<Bin> bins, double value) {
    int low = 0;
    int high = bins.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (bins.get(middle).from() <= value) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high >= 0 && bins.get(high).holds(value) ? high : -1;
  }

  /** Neighbouring bars as one, where too few users stand behind one of them. */
  static List<Bin> joined(List<Bin> bins, Crowds crowds) {
    int[] starts = crowds.joined();
    List<Bin> joined = new ArrayList<>();
    for (int i = 0; i + 1 < starts.length; i++) {
      List<Bin> range = bins.subList(starts[i], starts[i + 1]);
      joined.add(
          new Bin(
              range.getFirst().from(),
              range.getLast().to(),
              range.stream().mapToLong(Bin::count).sum()));
    }
    return List.copyOf(joined);
  }

  /** 1, 2, 3 to 4, 5 to 8, ...: for counts with a long tail; values below 1 are left out. */
  static List<Bin> doubling(int[] values) {
    long[] counts = new long[32];
    int last = -1;
    for (int value : values) {
      if (value >= 1) {
        int bar = value == 1 ? 0 : 32 - Integer.numberOfLeadingZeros(value - 1);
        counts[bar]++;
        last = Math.max(last, bar);
      }
    }
    List<Bin> bins = new ArrayList<>();
    for (int bar = 0; bar <= last; bar++) {
      double from = bar == 0 ? 1 : (1L << (bar - 1)) + 1;
      bins.add(new Bin(from, (1L << bar) + 1, counts[bar]));
    }
    return bins;
  }

  /** Edges at 1, 2 and 5 times the powers of ten; what is not above 0 has a bar of its own. */
  static List<Bin> money(float[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    long none = 0;
    for (float value : values) {
      if (value > 0 && Float.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      } else if (value <= 0) {
        none++;
      }
    }
    List<Bin> bins = new ArrayList<>();
    if (none > 0) {
      bins.add(new Bin(Double.NEGATIVE_INFINITY, Double.MIN_VALUE, none));
    }
    if (high == 0) {
      return bins;
    }
    double[] edges = edges(low, high);
    long[] counts = new long[edges.length - 1];
    for (float value : values) {
      if (value > 0 && Float.isFinite(value)) {
        counts[below(edges, value)]++;
      }
    }
    for (int i = 0; i < counts.length; i++) {
      bins.add(new Bin(edges[i], edges[i + 1], counts[i]));
    }
    return bins;
  }

  private static int below(double[] edges, double value) {
    int at = Arrays.binarySearch(edges, value);
    return Math.clamp(at >= 0 ? at : -at - 2, 0, edges.length - 2);
  }

  private static double[] edges(double low, double high) {
    List<Double> edges = new ArrayList<>();
    int exponent = (int) Math.floor(Math.log10(low));
    while (true) {
      for (double step : STEPS) {
        double edge = exponent < 0 ? step / Math.pow(10, -exponent) : step * Math.pow(10, exponent);
        if (!edges.isEmpty() && edges.getLast() > high) {
          return edges.stream().mapToDouble(Double::doubleValue).toArray();
        }
        if (edge <= low) {
          edges.clear();
        }
        edges.add(edge);
      }
      exponent++;
    }
  }
}
