package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a running operation is given: progress (thinned out on its way to the parent), the cancel
 * signal, and events (each one arrives). Thread-safe.
 */
public interface WorkerContext extends JobControl {
  /** Nanoseconds for which the operation was paused so far: to be left out of what is timed. */
  default long pausedNanos() {
    return 0;
  }

  void emit(String name, JsonNode data);
}
