package io.aisle.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.Remaining;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JobsViewModelTest {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);

  private JobsViewModel model(Background background) {
    return new JobsViewModel(
        background, texts, new Numbers(Locale.ENGLISH), InstantSource.system());
  }

  @Test
  void aRunningJobShowsItsProgressAndCanBeCancelled() throws InterruptedException {
    try (QueueJobRunner runner = new QueueJobRunner(1, 1000)) {
      Background background = new Background(runner, Runnable::run, notices);
      CountDownLatch running = new CountDownLatch(1);
      CountDownLatch ended = new CountDownLatch(1);
      Job<Integer> job =
          background.start(
              "Import shop",
              JobNeeds.LIGHT,
              control -> {
                control.at(new Progress("reading", 1, 4));
                running.countDown();
                while (!control.raised()) {
                  TimeUnit.MILLISECONDS.sleep(5);
                }
                control.check();
                return 1;
              },
              outcome -> ended.countDown());
      assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
      JobsViewModel model = model(background);
      model.look();
      assertThat(model.summaryProperty().get()).isEqualTo("Import shop · reading 1 of 4");
      assertThat(model.fractionProperty().get()).isEqualTo(0.25);
      model.lines().getFirst().cancel();
      assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
      model.look();
      assertThat(job.outcome()).get().isInstanceOf(JobOutcome.Cancelled.class);
      assertThat(model.lines().getFirst().statusProperty().get()).isEqualTo("cancelled");
      assertThat(model.summaryProperty().get()).isEqualTo("No jobs running");
    }
  }

  @Test
  void aJobThatMayBePausedIsPausedAndGoesOn() throws InterruptedException {
    try (QueueJobRunner runner = new QueueJobRunner(1, 1000)) {
      Background background = new Background(runner, Runnable::run, notices);
      CountDownLatch running = new CountDownLatch(1);
      var unused =
          background.start(
              "Train",
              new JobNeeds(1, 10, true),
              control -> {
                control.at(new Progress("training", 2, 8, new Remaining(4, 90)));
                running.countDown();
                while (true) {
                  control.check();
                  TimeUnit.MILLISECONDS.sleep(5);
                }
              },
              outcome -> {});
      assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
      JobsViewModel model = model(background);
      model.look();
      JobLine line = model.lines().getFirst();
      assertThat(line.pausable()).isTrue();
      assertThat(line.statusProperty().get())
          .isEqualTo("epoch 2 of 8 · 4.0\u00a0s\u00a0–\u00a01:30\u00a0min left");
      line.pauseOrResume();
      assertThat(line.statusProperty().get()).isEqualTo("paused");
      assertThat(line.pausedProperty().get()).isTrue();
      assertThat(line.activeProperty().get()).isTrue();
      line.pauseOrResume();
      assertThat(line.pausedProperty().get()).isFalse();
      assertThat(line.statusProperty().get()).startsWith("epoch 2 of 8");
      line.cancel();
    }
  }

  @Test
  void readsOfViewsStayOutOfTheTray() {
    try (CallerJobRunner runner = new CallerJobRunner()) {
      Background background = new Background(runner, Runnable::run, notices);
      List<Integer> got = new ArrayList<>();
      var unused = background.read("Read a page", control -> 3, got::add);
      JobsViewModel model = model(background);
      model.look();
      assertThat(got).containsExactly(3);
      assertThat(model.lines()).isEmpty();
    }
  }

  @Test
  void aFailureIsToldInItsSentenceAndItsCode() {
    try (CallerJobRunner runner = new CallerJobRunner()) {
      Background background = new Background(runner, Runnable::run, notices);
      var unused =
          background.read(
              "Fail",
              control -> {
                throw new OperationException("The disk is full; free some space.");
              },
              value -> {});
      assertThat(notices.newestProperty().get().sentence())
          .isEqualTo("The disk is full; free some space.");
      assertThat(notices.newestProperty().get().code()).isNotEmpty();
    }
  }
}
