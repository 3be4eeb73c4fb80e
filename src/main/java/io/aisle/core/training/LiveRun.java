package io.aisle.core.training;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.WorkerEvents;
import io.aisle.domain.job.Progress;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is known of a training while it goes on. Thread-safe. */
final class LiveRun {
  static final String EPOCH = "epoch";
  static final String FORECAST = "forecast";

  /** The data is the learning rate to train again with. */
  static final String DIVERGED = "diverged";

  private final List<EpochLine> epochs;
  private RunRecord.Forecast forecast;
  private OptionalDouble offer = OptionalDouble.empty();

  /**
   * @param epochs those of an earlier part of an interrupted run
   */
  LiveRun(List<EpochLine> epochs) {
    this.epochs = new ArrayList<>(epochs);
  }

  synchronized List<EpochLine> epochs() {
    return List.copyOf(epochs);
  }

  synchronized Optional<RunRecord.Forecast> forecast() {
    return Optional.ofNullable(forecast);
  }

  synchronized OptionalDouble offer() {
    return offer;
  }

  private synchronized void diverged(double rate) {
    offer = OptionalDouble.of(rate);
  }

  private synchronized void add(EpochLine line) {
    // a resumed run repeats the epochs that came after its last checkpoint
    epochs.removeIf(earlier -> earlier.epoch() >= line.epoch());
    epochs.add(line);
  }

  private synchronized void set(RunRecord.Forecast expected) {
    forecast = expected;
  }

  /**
   * Listens to a worker, hands its progress on, and tells the queue what memory it forecasts.
   *
   * @param parentPeakMb what the forecast counts for this process, MiB
   */
  WorkerEvents events(JobControl control, long parentPeakMb) {
    return new WorkerEvents() {
      @Override
      public void progress(Progress progress) {
        control.at(progress);
      }

      @Override
      public void event(String name, JsonNode data) {
        switch (name) {
          case EPOCH -> add(RunJson.mapper().convertValue(data, EpochLine.class));
          case FORECAST -> {
            set(RunJson.mapper().convertValue(data, RunRecord.Forecast.class));
            control.holds(forecast().orElseThrow().peakMemoryMb() - parentPeakMb);
          }
          case DIVERGED -> diverged(data.asDouble());
          default -> throw new IllegalArgumentException("unknown event " + name);
        }
      }
    };
  }
}
