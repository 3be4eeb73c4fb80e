package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;

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

  /** Hands progress on; the operation emits nothing else. */
  static WorkerEvents of(ProgressListener listener) {
    return new WorkerEvents() {
      @Override
      public void progress(Progress progress) {
        listener.at(progress);
      }

      @Override
      public void event(String name, JsonNode data) {
        throw new IllegalArgumentException("unknown event " + name);
      }
    };
  }

  void progress(Progress progress);

  /** Something that the operation gave to {@link WorkerContext#emit}. In order, none left out. */
  void event(String name, JsonNode data);
}
