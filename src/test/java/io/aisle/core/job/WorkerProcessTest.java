package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.Progress;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real child processes. */
@Beside
@Timeout(60)
class WorkerProcessTest {
  private static final WorkerNeeds NEEDS = new WorkerNeeds(2, 64, "cpu");

  @TempDir private Path logs;

  private WorkerLink start() {
    return start(Duration.ofSeconds(30));
  }

  private WorkerLink start(Duration silence) {
    return new ProcessLauncher(TestWorker.setup(logs, silence)).start(NEEDS);
  }

  private static JsonNode call(WorkerLink worker, String operation, JsonNode args) {
    return worker.call(operation, args, WorkerEvents.NONE, CancelSignal.NEVER);
  }

  /** Keeps what it hears. */
  private static final class Heard implements WorkerEvents {
    private final List<Progress> progress = new ArrayList<>();
    private final List<String> events = new ArrayList<>();

    @Override
    public void progress(Progress now) {
      progress.add(now);
    }

    @Override
    public void event(String name, JsonNode data) {
      events.add(name + " " + data);
    }
  }

  @Test
  void workerSaysHelloAndAnswers() {
    try (WorkerLink worker = start()) {
      assertThat(worker.hello().pid()).isNotEqualTo(ProcessHandle.current().pid());
      assertThat(worker.hello().device()).isEqualTo("cpu");
      assertThat(worker.hello().threads()).isEqualTo(2);
      assertThat(worker.hello().versions()).containsKeys("java", "system", "processor");
      JsonNode args =
          WorkerJson.object().put("text", "żółw 商品\n\"").put("many", "x".repeat(300_000));
      assertThat(call(worker, "echo", args)).isEqualTo(args);
      assertThat(call(worker, "echo", DoubleNode.valueOf(Double.NaN)).doubleValue()).isNaN();
      assertThat(call(worker, "environment", new TextNode("AISLE_TEST_ADDED")).asText())
          .isEqualTo("yes");
      assertThat(call(worker, "environment", new TextNode("OMP_NUM_THREADS")).asText())
          .isEqualTo("2");
      assertThat(call(worker, "environment", new TextNode("OMP_WAIT_POLICY")).asText())
          .isEqualTo("PASSIVE");
      assertThat(worker.peakMemoryMb()).isGreaterThan(20);
      assertThat(worker.alive()).isTrue();
    }
  }

  @Test
  void everyEventArrivesInOrderAndTheLastProgress() {
    try (WorkerLink worker = start()) {
      Heard heard = new Heard();
      JsonNode result = worker.call("count", IntNode.valueOf(500), heard, CancelSignal.NEVER);
      assertThat(result.asInt()).isEqualTo(500);
      assertThat(heard.events)
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 500).mapToObj(i -> "tick " + i).toList());
      assertThat(heard.progress).hasSizeLessThan(500);
      assertThat(heard.progress.getLast()).isEqualTo(new Progress("counting", 500, 500));
    }
  }

  @Test
  void failureCrossesAsTheSameException() {
    try (WorkerLink worker = start()) {
      assertThatThrownBy(() -> call(worker, "fail", new TextNode("input")))
          .isInstanceOf(InputException.class)
          .hasMessage("Row 3 has no user; add one.");
      assertThatThrownBy(() -> call(worker, "fail", new TextNode("operation")))
          .isInstanceOf(OperationException.class)
          .hasMessage("The disk is full; make room.");
      assertThatThrownBy(() -> call(worker, "fail", new TextNode("memory")))
          .isInstanceOf(OperationException.class)
          .hasMessageContaining("memory is used up");
      assertThatThrownBy(() -> call(worker, "no-such-thing", new TextNode("")))
          .isInstanceOf(OperationException.class)
          .hasMessageContaining("no-such-thing");
      assertThat(call(worker, "echo", IntNode.valueOf(1)).asInt()).isEqualTo(1);
    }
  }

  @Test
  void codeOfAFailureFindsItsStackInTheWorkersLog() throws IOException {
    OperationException failure;
    try (WorkerLink worker = start()) {
      failure =
          assertThrows(OperationException.class, () -> call(worker, "fail", new TextNode("odd")));
    }
    assertThat(log())
        .contains(ErrorCode.of(failure))
        .contains("java.io.IOException: odd")
        .contains("TestWorker.fail");
  }

  private String log() throws IOException {
    try (var files = Files.list(logs)) {
      return Files.readString(files.findFirst().orElseThrow());
    }
  }

  @Test
  void cancelIsAMessageAndTheWorkerLivesOn() {
    try (WorkerLink worker = start()) {
      AtomicBoolean stop = new AtomicBoolean();
      WorkerEvents stopOnceBegun =
          new WorkerEvents() {
            @Override
            public void progress(Progress progress) {
              throw new AssertionError("no progress is made");
            }

            @Override
            public void event(String name, JsonNode data) {
              stop.set(true);
            }
          };
      assertThatThrownBy(() -> worker.call("polite", WorkerJson.object(), stopOnceBegun, stop::get))
          .isInstanceOf(CancelledException.class);
      assertThat(worker.alive()).isTrue();
      assertThat(call(worker, "echo", IntNode.valueOf(1)).asInt()).isEqualTo(1);
    }
  }

  @Test
  void operationThatDoesNotHearIsKilledAfterTheGracePeriod() throws InterruptedException {
    try (WorkerLink worker = start()) {
      AtomicBoolean stop = new AtomicBoolean();
      ProcessHandle process = ProcessHandle.of(worker.hello().pid()).orElseThrow();
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS).execute(() -> stop.set(true));
      assertThatThrownBy(
              () -> worker.call("deaf", WorkerJson.object(), WorkerEvents.NONE, stop::get))
          .isInstanceOf(CancelledException.class);
      awaitEnd(process);
      assertThat(worker.alive()).isFalse();
      assertThatThrownBy(() -> call(worker, "echo", IntNode.valueOf(1)))
          .isInstanceOf(OperationException.class);
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    assertThat(process.onExit().orTimeout(10, TimeUnit.SECONDS).join().isAlive()).isFalse();
  }

  @Test
  void listenerThatThrowsCancelsTheCall() {
    try (WorkerLink worker = start()) {
      WorkerEvents full =
          new WorkerEvents() {
            @Override
            public void progress(Progress progress) {
              throw new AssertionError("no progress is made");
            }

            @Override
            public void event(String name, JsonNode data) {
              throw new OperationException("The disk is full; make room.");
            }
          };
      assertThatThrownBy(() -> worker.call("polite", WorkerJson.object(), full, CancelSignal.NEVER))
          .hasMessage("The disk is full; make room.");
      assertThat(call(worker, "echo", IntNode.valueOf(1)).asInt()).isEqualTo(1);
    }
  }

  @Test
  void killedWorkerIsASentenceThatNamesItsLog() {
    try (WorkerLink worker = start()) {
      ProcessHandle process = ProcessHandle.of(worker.hello().pid()).orElseThrow();
      CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
          .execute(process::destroyForcibly);
      assertThatThrownBy(() -> call(worker, "deaf", WorkerJson.object()))
          .isInstanceOf(OperationException.class)
          .hasMessageContaining("was killed from outside")
          .hasMessageContaining("while it ran \"deaf\"")
          .hasMessageContaining(logs.resolve("worker-").toString());
      assertThat(worker.alive()).isFalse();
    }
  }

  @Test
  void frozenWorkerIsNoticedByItsSilence() {
    try (WorkerLink worker = start(Duration.ofSeconds(3))) {
      ProcessHandle process = ProcessHandle.of(worker.hello().pid()).orElseThrow();
      assertThatThrownBy(() -> call(worker, "freeze", WorkerJson.object()))
          .isInstanceOf(OperationException.class)
          .hasMessageContaining("no sign of life for 3 seconds");
      awaitEnd(process);
    }
  }

  @Test
  void quietOperationIsKeptAliveByTheHeartbeat() {
    try (WorkerLink worker = start(Duration.ofSeconds(3))) {
      assertThat(call(worker, "sleep", LongNode.valueOf(4000)).isNull()).isTrue();
    }
  }

  @Test
  void garbageOnTheOutputIsTolerated() {
    try (WorkerLink worker = start()) {
      Heard heard = new Heard();
      for (int i = 0; i < 3; i++) {
        JsonNode result = worker.call("print", IntNode.valueOf(i), heard, CancelSignal.NEVER);
        assertThat(result.asInt()).isEqualTo(i);
      }
      assertThat(heard.events).containsExactly("printed 0", "printed 1", "printed 2");
    }
  }

  @Test
  void workerThatDoesNotComeUpIsASentence() {
    ProcessLauncher launcher = new ProcessLauncher(TestWorker.setup(logs, Duration.ofSeconds(30)));
    assertThatThrownBy(() -> launcher.start(new WorkerNeeds(1, 64, "stillborn")))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining("ended with code 7 while it started");
  }

  @Test
  void twoWorkersRunAtOnce() {
    try (WorkerLink one = start();
        WorkerLink two = start()) {
      assertThat(one.hello().pid()).isNotEqualTo(two.hello().pid());
      CompletableFuture<JsonNode> slow =
          CompletableFuture.supplyAsync(() -> call(one, "sleep", LongNode.valueOf(1500)));
      assertThat(call(two, "echo", IntNode.valueOf(2)).asInt()).isEqualTo(2);
      assertThat(slow).isNotDone();
      assertThat(slow.join().isNull()).isTrue();
    }
  }

  @Test
  void callsOfTwoThreadsAreAnsweredInTurn() {
    try (WorkerLink worker = start()) {
      CompletableFuture<JsonNode> first =
          CompletableFuture.supplyAsync(() -> call(worker, "sleep", LongNode.valueOf(300)));
      CompletableFuture<JsonNode> second =
          CompletableFuture.supplyAsync(() -> call(worker, "echo", IntNode.valueOf(9)));
      assertThat(second.join().asInt()).isEqualTo(9);
      assertThat(first.join().isNull()).isTrue();
    }
  }

  @Test
  void closingEndsABusyWorker() {
    WorkerLink worker = start();
    ProcessHandle process = ProcessHandle.of(worker.hello().pid()).orElseThrow();
    CompletableFuture<JsonNode> busy =
        CompletableFuture.supplyAsync(() -> call(worker, "deaf", WorkerJson.object()));
    worker.close();
    awaitEnd(process);
    assertThatThrownBy(busy::join).hasCauseInstanceOf(OperationException.class);
  }

  @Test
  void workerEndsWhenItsParentIsKilled() throws IOException {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TestParent.class.getName(),
                logs.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    ProcessHandle worker;
    try (var output = parent.inputReader()) {
      worker = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertThat(worker.isAlive()).isTrue();
      parent.destroyForcibly(); // SIGKILL
      awaitGone(worker);
    }
  }

  /** The worker is no child of this process, so that its end must be looked for. */
  private static void awaitGone(ProcessHandle process) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(process.isAlive()).isFalse();
  }
}
