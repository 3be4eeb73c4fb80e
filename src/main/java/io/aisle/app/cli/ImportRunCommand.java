package io.aisle.app.cli;

import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunImporter;
import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle import-run}: another system's lists under the protocol of a run. */
@Command(
    name = "import-run",
    description =
        "Judges the lists of another system (columns user, item, rank, score) as a run was judged,"
            + " and writes a run folder that can stand beside it in compare and report.")
final class ImportRunCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "TOPK.tsv", description = "The lists, tab-separated, plain or .gz.")
  private Path lists;

  @Option(names = "--like", required = true, paramLabel = "DIR", description = "Run to judge like.")
  private Path like;

  @Option(names = "--name", required = true, paramLabel = "NAME", description = "Of the new run.")
  private String name;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR2",
      description = "The new run folder.")
  private Path out;

  ImportRunCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    RunRecord record = RunImporter.importLists(lists, Folders.run(like), name, new RunFolder(out));
    context.console().out().print(RunText.of(record));
    return ExitCode.DONE.code();
  }
}
