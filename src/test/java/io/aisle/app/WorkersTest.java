package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLink;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The worker as the program starts it. */
@Timeout(60)
class WorkersTest {
  @TempDir private Path folder;

  @Test
  void workerOfTheProgramComesUpAndLogsInTheWorkspace() {
    AppPaths paths = new AppPaths(folder, folder).create();
    try (WorkerLink worker = Workers.launcher(paths).start(new WorkerNeeds(1, 64, "cpu"))) {
      JsonNode one = IntNode.valueOf(1);
      assertThat(worker.call("echo", one, WorkerEvents.NONE, CancelSignal.NEVER)).isEqualTo(one);
      assertThat(worker.peakMemoryMb()).isBetween(20L, 400L);
      assertThat(paths.logs()).isDirectoryContaining("glob:**worker-*.log");
    }
  }
}
