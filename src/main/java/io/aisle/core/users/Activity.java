package io.aisle.core.users;

import io.aisle.core.training.RunData;
import io.aisle.ml.data.Interactions;
import java.util.List;

/** When users were active, coarsely: a few bytes for each user, so that all can be kept. */
public final class Activity {
  /** Spans of time. */
  public static final int BINS = 12;

  /** The value of a user's busiest span. */
  public static final int HIGHEST = 100;

  private final List<Interactions> parts;
  private final long first;
  private final long last;

  Activity(RunData data) {
    this(List.of(data.split().train(), data.split().valid(), data.split().test()));
  }

  Activity(List<Interactions> parts) {
    this.parts = parts;
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    for (Interactions part : parts) {
      for (long time : part.time()) {
        earliest = Math.min(earliest, time);
        latest = Math.max(latest, time);
      }
    }
    first = earliest;
    last = latest;
  }

  /** A user's spans; empty when the data have no times. */
  byte[] of(int user) {
    if (first > last) {
      return new byte[0];
    }
    int[] counts = new int[BINS];
    int most = 1;
    for (Interactions part : parts) {
      for (int at = part.offsets()[user]; part.hasTimes() && at < part.offsets()[user + 1]; at++) {
        double place = (part.time()[at] - first) / (last - first + 1.0);
        most = Math.max(most, ++counts[(int) (place * BINS)]);
      }
    }
    byte[] heights = new byte[BINS];
    for (int bin = 0; bin < BINS; bin++) {
      heights[bin] = (byte) Math.ceil((double) HIGHEST * counts[bin] / most);
    }
    return heights;
  }
}
