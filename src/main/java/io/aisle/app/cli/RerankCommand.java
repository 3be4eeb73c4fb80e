package io.aisle.app.cli;

import io.aisle.core.training.RerankSection;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.experiment.RerankRule;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle rerank}: a finished run with rules applied to its lists. */
@Command(
    name = "rerank",
    description = {
      "Applies a list of rules (diversity, freshness, category caps, pins, blocks, boosts) to the",
      "lists of a finished run, judges them by its protocol, and writes a run folder that can"
          + " stand",
      "beside it in compare and report. docs/re-ranking.md describes the rules."
    })
final class RerankCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(index = "0", paramLabel = "DIR", description = "The finished run.")
  private Path folder;

  @Parameters(
      index = "1",
      paramLabel = "RULES.yaml",
      description = "Its rules, under the key rerank.")
  private Path rules;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR2",
      description = "The new run folder.")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Of the new run (default: that of the run, re-ranked).")
  private String name;

  RerankCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<RerankRule> read = RerankSection.readFile(rules);
    RunFolder run = Folders.withModel(folder);
    String called = name == null ? run.record().name() + " re-ranked" : name;
    return ListsJob.run(
        context,
        called,
        (lists, control) -> lists.rerank(run, read, called, new RunFolder(out), control));
  }
}
