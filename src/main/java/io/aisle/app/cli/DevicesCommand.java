package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.core.device.DeviceList;
import io.aisle.domain.job.CancelSignal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aisle devices}: what this machine can train on, as a worker sees it. */
@Command(name = "devices", description = "Lists what this machine can train on.")
final class DevicesCommand implements Callable<Integer> {
  private final CommandContext context;

  DevicesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    TextTable table = new TextTable(LEFT, LEFT, RIGHT, LEFT).row("device", "name", "memory", "");
    for (DeviceList.Line device : context.wiring().devices().list(CancelSignal.NEVER).devices()) {
      table.row(
          device.id(),
          device.name(),
          String.format(Locale.ROOT, "%,d MB", device.memoryMb()),
          device.auto() ? "used by auto" : "");
    }
    context.console().out().print(table.render());
    return ExitCode.DONE.code();
  }
}
