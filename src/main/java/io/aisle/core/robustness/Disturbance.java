package io.aisle.core.robustness;

import io.aisle.ml.data.RandomStreams;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Changes histories. What a stronger one does contains what a weaker one of the same round does, so
 * that strengths differ by what they add and not by chance.
 */
@FunctionalInterface
interface Disturbance {
  /**
   * The changed history of a user.
   *
   * @param round from 1; another one draws anew
   */
  Changed of(int user, double strength, int round);

  /** The draws of a user in a round: the same for every kind, so that the same events are hit. */
  static SplittableRandom draws(long seed, int round, int user) {
    return RandomStreams.of(seed, round, user);
  }

  /** The places of a history in a drawn order. */
  static int[] shuffled(int length, SplittableRandom random) {
    int[] order = IntStream.range(0, length).toArray();
    for (int i = length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /** A whole number with this mean: the share of a short history is right over many users. */
  static int whole(double mean, SplittableRandom random) {
    return (int) Math.floor(mean + random.nextDouble());
  }
}
