package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.job.Progress;
import io.aisle.testkit.Beside;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Jobs and workers that are paused, told to go on, cancelled while paused. */
@Beside
@Timeout(60)
class PauseTest {
  private static final JobNeeds BOTH = new JobNeeds(2, 400, true);

  @TempDir private Path logs;

  /** A signal that a test sets. */
  private static final class Signal implements CancelSignal {
    private volatile boolean raised;
    private volatile boolean paused;

    @Override
    public boolean raised() {
      return raised;
    }

    @Override
    public boolean paused() {
      return paused;
    }
  }

  /** Counts what a worker says. */
  private static final class Ticks implements WorkerEvents {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void progress(Progress progress) {
      // only events are counted
    }

    @Override
    public void event(String name, JsonNode data) {
      count.incrementAndGet();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int look = 0; look < 5000 && !condition.getAsBoolean(); look++) {
      Thread.sleep(2);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private WorkerLink worker() {
    return new ProcessLauncher(TestWorker.setup(logs, Duration.ofSeconds(3)))
        .start(new WorkerNeeds(1, 64, "cpu"));
  }

  private static CompletableFuture<JsonNode> tick(WorkerLink worker, Ticks ticks, Signal signal) {
    return CompletableFuture.supplyAsync(
        () -> worker.call("tick", IntNode.valueOf(100), ticks, signal));
  }

  private static void pauseAfterTheFirst(Ticks ticks, Signal signal) throws InterruptedException {
    await(() -> ticks.count.get() > 0);
    signal.paused = true;
    Thread.sleep(300); // for the message
  }

  @Test
  void aPausedWorkerWaitsLongerThanItMayBeSilentAndGoesOnWhereItWas() throws Exception {
    try (WorkerLink worker = worker()) {
      Ticks ticks = new Ticks();
      Signal signal = new Signal();
      CompletableFuture<JsonNode> call = tick(worker, ticks, signal);
      pauseAfterTheFirst(ticks, signal);
      int before = ticks.count.get();
      Thread.sleep(3500);
      assertThat(ticks.count.get()).isEqualTo(before).isLessThan(100);
      assertThat(worker.alive()).isTrue();
      signal.paused = false;
      JsonNode said = call.get(30, TimeUnit.SECONDS);
      assertThat(ticks.count.get()).isEqualTo(100);
      assertThat(said.path("pausedMillis").asLong()).isBetween(3300L, 10_000L);
    }
  }

  @Test
  void aPausedWorkerCanBeCancelledAndLivesOn() throws Exception {
    try (WorkerLink worker = worker()) {
      Ticks ticks = new Ticks();
      Signal signal = new Signal();
      CompletableFuture<JsonNode> call = tick(worker, ticks, signal);
      pauseAfterTheFirst(ticks, signal);
      signal.raised = true;
      assertThatThrownBy(call::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(CancelledException.class);
      assertThat(worker.alive()).isTrue();
      assertThat(
              worker
                  .call("echo", IntNode.valueOf(1), WorkerEvents.NONE, CancelSignal.NEVER)
                  .asInt())
          .isEqualTo(1);
    }
  }

  @Test
  void aPausedWorkerEndsWhenItsParentIsKilled() throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TestParent.class.getName(),
                logs.toString(),
                "paused")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var output = parent.inputReader()) {
      ProcessHandle worker = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertThat(output.readLine()).isEqualTo("paused");
      Thread.sleep(1000); // for the message
      parent.destroyForcibly(); // SIGKILL
      await(() -> !worker.isAlive());
    }
  }

  @Test
  void aPausedJobLendsItsCoresAndGetsThemBackBeforeThoseThatWait() throws Exception {
    try (QueueJobRunner runner = new QueueJobRunner(2, 1000)) {
      AtomicInteger steps = new AtomicInteger();
      CountDownLatch stop = new CountDownLatch(1);
      Job<Integer> first =
          runner.submit(
              "first",
              BOTH,
              control -> {
                while (stop.getCount() > 0) {
                  control.check();
                  steps.incrementAndGet();
                  Thread.sleep(1);
                }
                return steps.get();
              });
      await(() -> steps.get() > 0);
      CountDownLatch gate = new CountDownLatch(1);
      Job<String> second = runner.submit("second", BOTH, _ -> awaited(gate));
      Job<String> third = runner.submit("third", BOTH, _ -> awaited(gate));
      assertThat(second.state()).isEqualTo(Job.State.WAITING);
      first.pause();
      await(() -> second.state() == Job.State.RUNNING);
      assertThat(first.state()).isEqualTo(Job.State.PAUSED);
      Thread.sleep(20);
      int paused = steps.get();
      Thread.sleep(100);
      assertThat(steps.get()).isEqualTo(paused);
      first.resume();
      assertThat(first.state()).as("its cores are lent").isEqualTo(Job.State.WAITING);
      gate.countDown();
      await(() -> first.state() == Job.State.RUNNING);
      assertThat(third.state()).isEqualTo(Job.State.WAITING);
      await(() -> steps.get() > paused);
      stop.countDown();
      assertThat(first.ended().toCompletableFuture().get()).isInstanceOf(JobOutcome.Done.class);
      assertThat(third.ended().toCompletableFuture().get()).isInstanceOf(JobOutcome.Done.class);
    }
  }

  private static String awaited(CountDownLatch gate) throws InterruptedException {
    gate.await();
    return "done";
  }

  @Test
  void aPausedJobKeepsItsMemory() throws Exception {
    try (QueueJobRunner runner = new QueueJobRunner(2, 1000)) {
      CountDownLatch gate = new CountDownLatch(1);
      JobNeeds big = new JobNeeds(2, 700, true);
      Job<String> first = runner.submit("first", big, _ -> awaited(gate));
      await(() -> first.state() == Job.State.RUNNING);
      first.pause();
      Job<String> second = runner.submit("second", big, _ -> "second");
      Thread.sleep(50);
      assertThat(second.state()).isEqualTo(Job.State.WAITING);
      gate.countDown();
      assertThat(second.ended().toCompletableFuture().get()).isInstanceOf(JobOutcome.Done.class);
    }
  }

  @Test
  void aJobThatIsPausedInTheQueueIsPassedOver() throws Exception {
    try (QueueJobRunner runner = new QueueJobRunner(2, 1000)) {
      CountDownLatch gate = new CountDownLatch(1);
      runner.submit("first", BOTH, _ -> awaited(gate));
      Job<String> second = runner.submit("second", BOTH, _ -> "second");
      Job<String> third = runner.submit("third", BOTH, _ -> "third");
      Job<String> fourth = runner.submit("fourth", BOTH, _ -> "fourth");
      second.pause();
      fourth.pause();
      gate.countDown();
      assertThat(third.ended().toCompletableFuture().get()).isInstanceOf(JobOutcome.Done.class);
      assertThat(second.state()).isEqualTo(Job.State.PAUSED);
      second.resume();
      assertThat(second.ended().toCompletableFuture().get()).isInstanceOf(JobOutcome.Done.class);
      fourth.cancel();
      assertThat(fourth.ended().toCompletableFuture().get())
          .isInstanceOf(JobOutcome.Cancelled.class);
    }
  }

  @Test
  void aPausedJobCanBeCancelledAndOneThatCannotPauseGoesOn() throws Exception {
    try (QueueJobRunner runner = new QueueJobRunner(2, 1000)) {
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
      await(() -> loop.state() == Job.State.RUNNING);
      loop.pause();
      loop.cancel();
      assertThat(loop.ended().toCompletableFuture().get()).isInstanceOf(JobOutcome.Cancelled.class);
      CountDownLatch gate = new CountDownLatch(1);
      Job<String> firm = runner.submit("firm", new JobNeeds(1, 1), _ -> awaited(gate));
      await(() -> firm.state() == Job.State.RUNNING);
      firm.pause();
      assertThat(firm.pausable()).isFalse();
      assertThat(firm.state()).isEqualTo(Job.State.RUNNING);
      gate.countDown();
    }
  }
}
