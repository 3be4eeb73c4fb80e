package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.robustness.Robustness;
import io.aisle.core.robustness.RobustnessSettings;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.Metric;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle robustness}: how far lists and metrics move when histories are perturbed. */
@Command(
    name = "robustness",
    description = {
      "Perturbs the histories that lists are made from (noise, missing events, popular and pushed",
      "items, only the newest events) and judges the lists of finished runs again, without"
          + " training;",
      "also how held-out items of little popularity are found. What was measured stays in the"
          + " run's",
      "folder and is not measured again with the same settings."
    })
final class RobustnessCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(
      names = "--run",
      required = true,
      paramLabel = "DIR",
      description = "Run folder; repeat it to set runs of one protocol beside each other.")
  private List<Path> folders;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Users that are drawn (default: 1000).")
  private int users;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "42",
      description = "Seed of all draws (default: 42).")
  private long seed;

  @Option(
      names = "--metric",
      defaultValue = "ndcg@10",
      paramLabel = "METRIC",
      description = "Of the table: ndcg@10, recall@10 or mrr@10 (default: ndcg@10).")
  private String metric;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE.json",
      description = "Also write everything that was measured here, by name of the run's folder.")
  private Path out;

  RobustnessCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Metric shown = Metric.parse(metric);
    if (!Robustness.METRICS.contains(shown)) {
      throw new InputException(
          "%s is not measured here; --metric takes one of %s"
              .formatted(
                  shown, String.join(", ", Robustness.METRICS.stream().map(Metric::id).toList())));
    }
    RobustnessSettings settings = RobustnessSettings.DEFAULTS.with(users, seed);
    List<RunFolder> runs = folders.stream().map(Folders::run).distinct().toList();
    context.wiring().comparisons().compare(runs); // refused unless they are of one protocol
    List<Robustness> found = measure(runs, settings);
    if (out != null) {
      Map<String, Robustness> all = new LinkedHashMap<>();
      for (int run = 0; run < found.size(); run++) {
        all.put(runs.get(run).path().toString(), found.get(run));
      }
      RunJson.writeTree(out.toAbsolutePath(), all);
    }
    List<String> names = runs.stream().map(RunFolder::name).toList();
    context.console().out().print(RobustnessText.of(names, found, shown));
    return ExitCode.DONE.code();
  }

  private List<Robustness> measure(List<RunFolder> runs, RobustnessSettings settings) {
    try (ProgressLine progress = new ProgressLine(context.console(), "");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      return Failures.value(
          jobs.submit(
                  "robustness",
                  JobNeeds.LIGHT,
                  control -> context.wiring().robustness().measure(runs, settings, control))
              .outcome()
              .orElseThrow());
    }
  }
}
