package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a running operation is given: progress (thinned out on its way to the parent), the cancel
 * signal, and events (each one arrives). Thread-safe.
 */
public interface WorkerContext extends JobControl {
  void emit(String name, JsonNode data);
}
