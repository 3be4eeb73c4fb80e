package io.aisle.ml.data;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.SplitSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Divides interactions into train, valid and test. Every interaction lands in exactly one part, and
 * within a part the order of time of a user's interactions is kept. The same specification, seed
 * and data give the same parts on every machine.
 *
 * <p>Shares of a ratio are rounded down for valid and test; the rest is train. A user with fewer
 * interactions than a share needs has nothing in that part.
 */
public final class Splitter {
  private static final byte TRAIN = 0;
  private static final byte VALID = 1;
  private static final byte TEST = 2;

  private Splitter() {}

  /**
   * Splits.
   *
   * @param spec any kind but {@code given}, whose parts are files
   * @param all the prepared interactions, each user's in the order of time
   * @throws InputException when a temporal split is asked for data without times, or its instants
   *     are in the wrong order
   */
  public static SplitData split(SplitSpec spec, Interactions all) {
    byte[] part =
        switch (spec) {
          case SplitSpec.LeaveLastOut _ -> leaveLastOut(all);
          case SplitSpec.Random random -> random(random, all);
          case SplitSpec.TemporalAt at -> temporalAt(at, all);
          case SplitSpec.TemporalRatios byShare -> temporalRatios(byShare.ratios(), all);
          case SplitSpec.Everything _ -> new byte[all.size()];
          case SplitSpec.Given _ ->
              throw new IllegalArgumentException("a given split is read, not made");
        };
    return new SplitData(
        select(all, part, TRAIN), select(all, part, VALID), select(all, part, TEST));
  }

  /** Users with fewer than three interactions keep all of them in train. */
  private static byte[] leaveLastOut(Interactions all) {
    byte[] part = new byte[all.size()];
    for (int u = 0; u < all.users(); u++) {
      if (all.length(u) >= 3) {
        int end = all.offsets()[u + 1];
        part[end - 1] = TEST;
        part[end - 2] = VALID;
      }
    }
    return part;
  }

  private static byte[] random(SplitSpec.Random spec, Interactions all) {
    byte[] part = new byte[all.size()];
    if (!spec.byUser()) {
      draw(part, 0, part.length, spec.ratios(), new SplittableRandom(spec.seed()));
      return part;
    }
    for (int u = 0; u < all.users(); u++) {
      // a generator of its own for each user: one user's share does not hang on the others' sizes
      SplittableRandom random = new SplittableRandom(spec.seed() + 0x9E3779B97F4A7C15L * (u + 1L));
      draw(part, all.offsets()[u], all.offsets()[u + 1], spec.ratios(), random);
    }
    return part;
  }

  /** Marks as many of a range as the ratios say, by a partial Fisher-Yates shuffle. */
  private static void draw(
      byte[] part, int from, int to, List<Integer> ratios, SplittableRandom random) {
    int size = to - from;
    int test = share(size, ratios, 2);
    int held = test + share(size, ratios, 1);
    int[] order = new int[size];
    Arrays.setAll(order, i -> from + i);
    for (int i = 0; i < held; i++) {
      int other = i + random.nextInt(size - i);
      int chosen = order[other];
      order[other] = order[i];
      part[chosen] = i < test ? TEST : VALID;
    }
  }

  private static byte[] temporalAt(SplitSpec.TemporalAt spec, Interactions all) {
    if (spec.valid().isAfter(spec.test())) {
      throw new InputException(
          "split: valid (%s) lies after test (%s); swap the two instants"
              .formatted(spec.valid(), spec.test()));
    }
    requireTimes(all);
    return byInstant(all, startOf(spec.valid()), startOf(spec.test()));
  }

  /** Seconds from which on an event, kept in whole seconds, is not before the instant. */
  private static long startOf(Instant instant) {
    return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
  }

  /**
   * The cuts are the earliest instants that give neither test nor test + valid more than its share:
   * interactions of one instant are never torn apart, those at a cut go to the earlier part.
   */
  private static byte[] temporalRatios(List<Integer> ratios, Interactions all) {
    requireTimes(all);
    long[] sorted = all.time().clone();
    Arrays.sort(sorted);
    int test = share(sorted.length, ratios, 2);
    int valid = share(sorted.length, ratios, 1);
    return byInstant(all, cut(sorted, test + valid), cut(sorted, test));
  }

  /** The earliest instant with at most {@code most} interactions at or after it. */
  private static long cut(long[] sorted, int most) {
    int last = sorted.length - most - 1;
    return last < 0 ? Long.MIN_VALUE : sorted[last] + 1;
  }

  private static byte[] byInstant(Interactions all, long valid, long test) {
    byte[] part = new byte[all.size()];
    for (int i = 0; i < part.length; i++) {
      long time = all.time()[i];
      part[i] = time >= test ? TEST : time >= valid ? VALID : TRAIN;
    }
    return part;
  }

  private static void requireTimes(Interactions all) {
    if (!all.hasTimes()) {
      throw new InputException(
          "split: a temporal split needs times and the data have none; name the time column or"
              + " choose kind: random");
    }
  }

  private static int share(int size, List<Integer> ratios, int index) {
    long sum = 0;
    for (int ratio : ratios) {
      sum += ratio;
    }
    return (int) ((long) size * ratios.get(index) / sum);
  }

  private static Interactions select(Interactions all, byte[] part, byte wanted) {
    int[] offsets = new int[all.users() + 1];
    int size = 0;
    for (byte p : part) {
      size += p == wanted ? 1 : 0;
    }
    int[] item = new int[size];
    float[] value = new float[size];
    long[] time = new long[all.hasTimes() ? size : 0];
    int at = 0;
    for (int u = 0; u < all.users(); u++) {
      for (int i = all.offsets()[u]; i < all.offsets()[u + 1]; i++) {
        if (part[i] == wanted) {
          item[at] = all.item()[i];
          value[at] = all.value()[i];
          if (time.length > 0) {
            time[at] = all.time()[i];
          }
          at++;
        }
      }
      offsets[u + 1] = at;
    }
    return new Interactions(all.users(), all.items(), offsets, item, value, time);
  }
}
