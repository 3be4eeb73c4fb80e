package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CallerJobRunnerTest {
  @Test
  void jobRunsOnTheCallersThreadAndHasEndedWhenSubmitReturns() {
    try (CallerJobRunner runner = new CallerJobRunner()) {
      Thread caller = Thread.currentThread();
      Job<Boolean> job =
          runner.submit("x", JobNeeds.LIGHT, _ -> Thread.currentThread().equals(caller));
      assertThat(job.outcome()).contains(new JobOutcome.Done<>(true));
      assertThat(job.state()).isEqualTo(Job.State.ENDED);
      assertThat(runner.jobs()).singleElement().isEqualTo(job);
    }
  }

  @Test
  void progressReachesTheListenerAndTheSignalCancels() {
    List<Progress> seen = new ArrayList<>();
    AtomicBoolean stop = new AtomicBoolean();
    try (CallerJobRunner runner = new CallerJobRunner(seen::add, stop::get)) {
      Job<String> job =
          runner.submit(
              "x",
              JobNeeds.LIGHT,
              control -> {
                control.at(new Progress("reading", 1, 9));
                stop.set(true);
                control.check();
                return "not reached";
              });
      assertThat(job.outcome()).contains(new JobOutcome.Cancelled<>());
      assertThat(seen).containsExactly(new Progress("reading", 1, 9));
    }
  }

  @Test
  void exceptionBecomesAnOutcome() {
    try (CallerJobRunner runner = new CallerJobRunner()) {
      Job<String> job =
          runner.submit(
              "x",
              JobNeeds.LIGHT,
              _ -> {
                throw new IOException("No space left on device");
              });
      assertThat(job.outcome())
          .get()
          .isInstanceOfSatisfying(
              JobOutcome.Failed.class,
              failed -> assertThat(failed.sentence()).startsWith("The disk is full"));
    }
  }
}
