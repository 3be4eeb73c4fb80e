package io.aisle.app.worker;

import io.aisle.ml.model.Compute;
import java.util.function.DoubleSupplier;
import java.util.function.Function;

/**
 * Something whose speed is measured in a fixed shape.
 *
 * @param name for the table
 * @param shape what it works on, in words
 * @param unit of a round's value
 * @param open prepares it; what it returns does a round and gives its value
 */
record Gauge(String name, String shape, String unit, Function<Compute, DoubleSupplier> open) {
  static final String SECONDS = "s";

  /** Measures the wall time of a round. */
  static Gauge seconds(String name, String shape, Function<Compute, Runnable> open) {
    return new Gauge(
        name,
        shape,
        SECONDS,
        compute -> {
          Runnable round = open.apply(compute);
          return () -> seconds(round);
        });
  }

  static double seconds(Runnable round) {
    long start = System.nanoTime();
    round.run();
    return (System.nanoTime() - start) / 1e9;
  }
}
