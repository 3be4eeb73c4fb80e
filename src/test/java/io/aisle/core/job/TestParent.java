package io.aisle.core.job;

import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.time.Duration;

/** Main of a process that starts a worker, tells its pid, and keeps it busy until it is killed. */
final class TestParent {
  private TestParent() {}

  public static void main(String[] arguments) {
    ProcessLauncher launcher =
        new ProcessLauncher(TestWorker.setup(Path.of(arguments[0]), Duration.ofSeconds(30)));
    try (WorkerLink worker = launcher.start(new WorkerNeeds(1, 64, "cpu"))) {
      System.out.println(worker.hello().pid());
      worker.call("deaf", WorkerJson.object(), WorkerEvents.NONE, CancelSignal.NEVER);
    }
  }
}
