package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class QueueJobRunnerTest {
  private static final JobNeeds ONE = new JobNeeds(1, 100);
  private static final JobNeeds BOTH = new JobNeeds(2, 100);

  private final QueueJobRunner runner = new QueueJobRunner(2, 1000);
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void close() {
    gate.countDown();
    runner.close();
  }

  private Job<String> blocked(String title, JobNeeds needs) {
    return runner.submit(
        title,
        needs,
        control -> {
          control.at(new Progress("training", 1, 2));
          gate.await();
          control.check();
          return title;
        });
  }

  private static <T> JobOutcome<T> end(Job<T> job) {
    return job.ended().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static void awaitState(Job<?> job, Job.State state) throws InterruptedException {
    while (job.state() != state) {
      Thread.sleep(2);
    }
  }

  @Test
  void resultAndStateAreKeptAndReadable() throws InterruptedException {
    Job<String> job = blocked("train", ONE);
    awaitState(job, Job.State.RUNNING);
    while (!job.progress().phase().equals("training")) {
      Thread.sleep(2);
    }
    assertThat(job.progress()).isEqualTo(new Progress("training", 1, 2));
    assertThat(job.outcome()).isEmpty();
    gate.countDown();
    assertThat(end(job)).isEqualTo(new JobOutcome.Done<>("train"));
    assertThat(job.state()).isEqualTo(Job.State.ENDED);
    assertThat(job.outcome()).contains(new JobOutcome.Done<>("train"));
  }

  @Test
  void whatARunningJobHoldsCountsForThoseThatComeAfter() throws InterruptedException {
    CountDownLatch told = new CountDownLatch(1);
    Job<String> big =
        runner.submit(
            "big",
            ONE,
            control -> {
              control.holds(950);
              told.countDown();
              gate.await();
              return "big";
            });
    assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    Job<String> small = blocked("small", ONE);
    Thread.sleep(50);
    assertThat(small.state()).as("a core is free, memory is not").isEqualTo(Job.State.WAITING);
    gate.countDown();
    assertThat(end(big)).isEqualTo(new JobOutcome.Done<>("big"));
    assertThat(end(small)).isEqualTo(new JobOutcome.Done<>("small"));
  }

  @Test
  void badInputIsToldApartFromOtherFailures() {
    Job<String> input =
        runner.submit("i", JobNeeds.LIGHT, _ -> fail(new InputException("No such row; mend it.")));
    Job<String> operation =
        runner.submit("o", JobNeeds.LIGHT, _ -> fail(new OperationException("Disk; make room.")));
    Job<String> error =
        runner.submit("e", JobNeeds.LIGHT, _ -> fail(new StackOverflowError("deep")));
    assertThat(end(input))
        .isInstanceOfSatisfying(
            JobOutcome.Failed.class,
            failed -> {
              assertThat(failed.sentence()).isEqualTo("No such row; mend it.");
              assertThat(failed.badInput()).isTrue();
              assertThat(failed.code()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
            });
    assertThat(end(operation))
        .isInstanceOfSatisfying(
            JobOutcome.Failed.class, failed -> assertThat(failed.badInput()).isFalse());
    assertThat(end(error))
        .isInstanceOfSatisfying(
            JobOutcome.Failed.class, failed -> assertThat(failed.sentence()).contains("deep"));
  }

  private static String fail(Throwable failure) {
    switch (failure) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new AssertionError(failure);
    }
  }

  @Test
  void jobsThatDoNotFitWaitInOrderAndLightOnesPass() throws InterruptedException {
    Job<String> first = blocked("first", ONE);
    Job<String> wide = blocked("wide", BOTH);
    Job<String> small = blocked("small", ONE); // would fit, but must not overtake
    Job<String> light = runner.submit("light", JobNeeds.LIGHT, _ -> "light");
    assertThat(end(light)).isEqualTo(new JobOutcome.Done<>("light"));
    awaitState(first, Job.State.RUNNING);
    assertThat(wide.state()).isEqualTo(Job.State.WAITING);
    assertThat(small.state()).isEqualTo(Job.State.WAITING);
    gate.countDown();
    assertThat(List.of(end(first), end(wide), end(small)))
        .allMatch(JobOutcome.Done.class::isInstance);
  }

  @Test
  void memoryHoldsBackWhatCoresWouldAdmit() throws InterruptedException {
    Job<String> first = blocked("first", new JobNeeds(1, 700));
    Job<String> second = blocked("second", new JobNeeds(1, 700));
    awaitState(first, Job.State.RUNNING);
    assertThat(second.state()).isEqualTo(Job.State.WAITING);
  }

  @Test
  void jobLargerThanTheMachineRunsAlone() {
    gate.countDown();
    assertThat(end(blocked("huge", new JobNeeds(64, 1 << 20)))).isInstanceOf(JobOutcome.Done.class);
  }

  @Test
  void waitingJobIsCancelledAtOnceAndNeverRuns() throws InterruptedException {
    Job<String> first = blocked("first", BOTH);
    awaitState(first, Job.State.RUNNING);
    AtomicReference<String> ran = new AtomicReference<>();
    Job<String> second =
        runner.submit(
            "second",
            BOTH,
            _ -> {
              ran.set("yes");
              return "x";
            });
    second.cancel();
    assertThat(end(second)).isEqualTo(new JobOutcome.Cancelled<>());
    assertThat(ran.get()).isNull();
    assertThat(first.state()).isEqualTo(Job.State.RUNNING);
  }

  @Test
  void runningJobIsToldToStopAndItsPlaceIsFreed() throws InterruptedException {
    Job<String> loop =
        runner.submit(
            "loop",
            BOTH,
            control -> {
              while (true) {
                control.check();
                Thread.sleep(1);
              }
            });
    Job<String> next = runner.submit("next", BOTH, _ -> "next");
    awaitState(loop, Job.State.RUNNING);
    loop.cancel();
    assertThat(end(loop)).isEqualTo(new JobOutcome.Cancelled<>());
    assertThat(end(next)).isEqualTo(new JobOutcome.Done<>("next"));
  }

  @Test
  void endIsToldOnAThreadOfTheRunner() {
    Job<String> job = blocked("job", ONE);
    AtomicReference<String> thread = new AtomicReference<>();
    CountDownLatch told = new CountDownLatch(1);
    var _ =
        job.ended()
            .thenAccept(
                _ -> {
                  thread.set(Thread.currentThread().getName());
                  told.countDown();
                });
    gate.countDown();
    assertThat(end(job)).isInstanceOf(JobOutcome.Done.class);
    assertThat(awaits(told)).isTrue();
    assertThat(thread.get()).startsWith("job-");
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void jobsAreListedNewestFirst() {
    gate.countDown();
    for (int i = 0; i < 60; i++) {
      assertThat(end(blocked("job " + i, ONE))).isInstanceOf(JobOutcome.Done.class);
    }
    List<Job<?>> jobs = runner.jobs();
    assertThat(jobs).hasSize(50);
    assertThat(jobs.getFirst().title()).isEqualTo("job 59");
    assertThat(jobs.getFirst().id()).isEqualTo(60);
  }

  @Test
  void closingCancelsWhatWaitsAndWhatRuns() throws InterruptedException {
    Job<String> running = blocked("running", BOTH);
    Job<String> waiting = blocked("waiting", BOTH);
    awaitState(running, Job.State.RUNNING);
    Thread closer = Thread.ofPlatform().start(runner::close);
    awaitState(running, Job.State.CANCELLING);
    gate.countDown();
    closer.join();
    assertThat(end(running)).isEqualTo(new JobOutcome.Cancelled<>());
    assertThat(end(waiting)).isEqualTo(new JobOutcome.Cancelled<>());
  }
}
