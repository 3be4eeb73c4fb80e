package io.aisle.core.robustness;

import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import io.aisle.ml.rerank.Likeness;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Puts what goes with a target item at the end of the history: the items whose training users most
 * often had the target, too (cosine), the closest first, none that the user has had or takes next.
 * The target itself is not put in.
 *
 * <p>Each user has a target of its own in each round, drawn evenly among those that can be one, so
 * that the figures are about no single item.
 *
 * @param targets items that can be a target
 * @param together how often items go together
 */
record Push(Known known, int[] targets, Likeness together, long seed) implements Disturbance {
  /** Training interactions of a target, at least: with fewer nothing goes with it. */
  private static final int LEAST = 5;

  private static final int TRIES = 100;

  /** The less popular half of the items with at least five training interactions. */
  static int[] targets(int[] popularity) {
    int[] ascending =
        IntStream.range(0, popularity.length)
            .filter(item -> popularity[item] >= LEAST)
            .boxed()
            .sorted(Comparator.comparingInt(item -> popularity[item]))
            .mapToInt(Integer::intValue)
            .toArray();
    return IntStream.of(ascending).limit((ascending.length + 1) / 2).toArray();
  }

  /** The target of a user; -1 when none that the user lacks was found. */
  int target(int user, int round) {
    SplittableRandom random = Disturbance.draws(seed, round, user);
    BitSet own = known.own(user);
    for (int tried = 0; tried < TRIES && targets.length > 0; tried++) {
      int target = targets[random.nextInt(targets.length)];
      if (!own.get(target)) {
        return target;
      }
    }
    return -1;
  }

  @Override
  public Changed of(int user, double strength, int round) {
    int[] items = known.history(user);
    Injection injection = new Injection(items);
    int target = target(user, round);
    if (target >= 0) {
      int[] companions = companions(target, known.own(user), (int) strength);
      for (int at = companions.length - 1; at >= 0; at--) {
        injection.put(companions[at], items.length); // the closest is the newest
      }
    }
    return injection.changed();
  }

  /** The closest first. */
  private int[] companions(int target, BitSet own, int most) {
    Likeness.Row row = together.from(target);
    float[] closeness = new float[known.stage().history().items()];
    for (int item = 0; item < closeness.length; item++) {
      float close = (float) row.to(item);
      boolean possible = close > 0 && item != target && !own.get(item);
      closeness[item] = possible ? close : Float.NEGATIVE_INFINITY;
    }
    TopK top = new TopK(Math.min(most, closeness.length), new TieBreak(seed));
    int[] companions = new int[top.select(closeness, 0, closeness.length)];
    Arrays.setAll(companions, top::item);
    return companions;
  }
}
