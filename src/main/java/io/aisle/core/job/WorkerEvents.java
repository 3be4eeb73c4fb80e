package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.domain.job.Progress;

/** Receives what a worker says during a call, on the thread that called. */
public interface WorkerEvents {
  /** Nobody listens. */
  WorkerEvents NONE =
      new WorkerEvents() {
        @Override
        public void progress(Progress progress) {
          // nobody listens
        }

        @Override
        public void event(String name, JsonNode data) {
          // nobody listens
        }
      };

  void progress(Progress progress);

  /** Something that the operation gave to {@link WorkerContext#emit}. In order, none left out. */
  void event(String name, JsonNode data);
}
