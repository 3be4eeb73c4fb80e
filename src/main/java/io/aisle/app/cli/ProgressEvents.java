package io.aisle.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.WorkerEvents;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;

/** Shows a worker's progress; its operation tells nothing else. */
record ProgressEvents(ProgressListener listener) implements WorkerEvents {
  @Override
  public void progress(Progress progress) {
    listener.at(progress);
  }

  @Override
  public void event(String name, JsonNode data) {
    throw new IllegalArgumentException("unknown event " + name);
  }
}
