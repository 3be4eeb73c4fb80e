package io.aisle.ml.neural;

/** Seeds of independent streams from the run's one seed. */
final class Seeds {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /** The seed of an epoch; 0 is the initialisation. A mix by Stafford (variant 13). */
  static long of(long seed, int epoch) {
    long z = seed + GOLDEN * (epoch + 1L);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
