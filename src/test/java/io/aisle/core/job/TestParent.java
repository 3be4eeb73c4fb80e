package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Main of a process that starts a worker, tells its pid, and keeps it busy until it is killed. */
final class TestParent {
  private TestParent() {}

  public static void main(String[] arguments) {
    ProcessLauncher launcher =
        new ProcessLauncher(TestWorker.setup(Path.of(arguments[0]), Duration.ofSeconds(30)));
    try (WorkerLink worker = launcher.start(new WorkerNeeds(1, 64, "cpu"))) {
      System.out.println(worker.hello().pid());
      if (arguments.length > 1) {
        // one that is paused before it has begun would never say so
        AtomicBoolean begun = new AtomicBoolean();
        worker.call("polite", WorkerJson.object(), said(begun), paused(begun));
      }
      worker.call("deaf", WorkerJson.object(), WorkerEvents.NONE, CancelSignal.NEVER);
    }
  }

  /** Tells when the operation has begun, which is paused from then on. */
  private static WorkerEvents said(AtomicBoolean begun) {
    return new WorkerEvents() {
      @Override
      public void progress(Progress progress) {
        throw new AssertionError("no progress is made");
      }

      @Override
      public void event(String name, JsonNode data) {
        begun.set(true);
        System.out.println("paused");
      }
    };
  }

  private static CancelSignal paused(AtomicBoolean begun) {
    return new CancelSignal() {
      @Override
      public boolean raised() {
        return false;
      }

      @Override
      public boolean paused() {
        return begun.get();
      }
    };
  }
}
