package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.app.worker.DevicesOp;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLink;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.job.CancelSignal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aisle devices}: what this machine can train on, as a worker sees it. */
@Command(name = "devices", description = "Lists what this machine can train on.")
final class DevicesCommand implements Callable<Integer> {
  private static final int HEAP_MB = 128;

  private final CommandContext context;

  DevicesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    // in a worker: this process never loads native libraries
    WorkerNeeds needs = new WorkerNeeds(1, HEAP_MB, "auto");
    TextTable table = new TextTable(LEFT, LEFT, RIGHT, LEFT).row("device", "name", "memory", "");
    try (WorkerLink worker = context.wiring().workers().start(needs)) {
      JsonNode devices =
          worker.call(
              DevicesOp.NAME, NullNode.getInstance(), WorkerEvents.NONE, CancelSignal.NEVER);
      for (JsonNode device : devices) {
        table.row(
            device.required("id").asText(),
            device.required("name").asText(),
            String.format(Locale.ROOT, "%,d MB", device.required("memoryMb").asLong()),
            device.required("auto").asBoolean() ? "used by auto" : "");
      }
    }
    context.console().out().print(table.render());
    return ExitCode.DONE.code();
  }
}
