package io.aisle.ml.data;

import java.util.SplittableRandom;

/** Independent generators from a run's one seed, so that a resumed run draws what it would have. */
public final class RandomStreams {
  private RandomStreams() {}

  /**
   * The generator of one part of one epoch.
   *
   * @param epoch from 1; 0 is the initialisation
   * @param part a number of the caller's, such as that of a block
   */
  public static SplittableRandom of(long seed, int epoch, long part) {
    long mixed = seed * 0x9E3779B97F4A7C15L + epoch;
    return new SplittableRandom(mixed * 0xD1342543DE82EF95L + part);
  }
}
