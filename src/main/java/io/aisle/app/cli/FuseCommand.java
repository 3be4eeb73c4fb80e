package io.aisle.app.cli;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.FusionSpec;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle fuse}: several finished runs as one. */
@Command(
    name = "fuse",
    description = {
      "Combines finished runs of one protocol, by their ranks or their scores, judges the lists,",
      "and writes a run folder that can stand beside them. docs/re-ranking.md has the formulas."
    })
final class FuseCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "DIR", arity = "2..*", description = "The finished runs.")
  private List<Path> folders;

  @Option(
      names = "--weights",
      split = ",",
      paramLabel = "W",
      description = "One for each run, such as 1,2 (default: all the same).")
  private List<Double> weights;

  @Option(
      names = "--method",
      defaultValue = "rank",
      paramLabel = "METHOD",
      description = "rank or score (default: ${DEFAULT-VALUE}).")
  private FusionSpec.Method method;

  @Option(names = "--tune", description = "Choose the weights on the validation part.")
  private boolean tune;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR2",
      description = "The new run folder.")
  private Path out;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Of the new run (default: the names of the runs, joined by +).")
  private String name;

  FuseCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (tune && weights != null) {
      throw new InputException("--tune chooses the weights; leave out --weights or --tune");
    }
    List<RunFolder> runs = folders.stream().map(Folders::withModel).toList();
    FusionSpec fusion =
        new FusionSpec(method, weights == null ? Collections.nCopies(runs.size(), 1.0) : weights);
    String called =
        name == null
            ? runs.stream().map(run -> run.record().name()).collect(Collectors.joining(" + "))
            : name;
    return ListsJob.run(
        context,
        called,
        (lists, control) -> lists.fuse(runs, fusion, tune, called, new RunFolder(out), control));
  }
}
