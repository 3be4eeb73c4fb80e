package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.slices.SliceQuestion;
import io.aisle.core.slices.SliceReport;
import io.aisle.core.slices.SliceService;
import io.aisle.domain.model.Metric;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle slices}: the users for whom a run does worse than for the others. */
@Command(
    name = "slices",
    description = {
      "Searches for groups of users for whom a run does worse than for all others, by what the",
      "run's folder knows of them: history, held-out item, times, attributes, and pairs of these.",
      "Groups are corrected for all that were looked at (Benjamini and Hochberg, 5%%). With",
      "--against it looks for where the run loses most against another one; with --by it lists",
      "all groups by one attribute."
    })
final class SlicesCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "Run folder.")
  private Path run;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "Folder of a run of the same protocol.")
  private Path against;

  @Option(
      names = "--metric",
      defaultValue = "ndcg@10",
      paramLabel = "METRIC",
      description = "One with a value for each user (default: ndcg@10).")
  private String metric;

  @Option(
      names = "--min",
      paramLabel = "USERS",
      description =
          "Least users of a group (default: 100; of small data a twentieth, at least 20).")
  private Integer least;

  @Option(
      names = "--by",
      paramLabel = "ATTRIBUTE",
      description = "List the groups by this attribute instead, such as history or item.category.")
  private String attribute;

  SlicesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    SliceQuestion question =
        new SliceQuestion(
            Folders.run(run),
            Optional.ofNullable(against).map(Folders::run),
            Metric.parse(metric),
            least == null ? OptionalInt.empty() : OptionalInt.of(least));
    context.console().out().print(SlicesText.of(answer(question)));
    return ExitCode.DONE.code();
  }

  private SliceReport answer(SliceQuestion question) {
    SliceService slices = context.wiring().slices();
    try (CallerJobRunner jobs = new CallerJobRunner()) {
      return Failures.value(
          jobs.submit(
                  "slices",
                  JobNeeds.LIGHT,
                  control ->
                      attribute == null
                          ? slices.worst(question, control)
                          : slices.by(question, attribute, control))
              .outcome()
              .orElseThrow());
    }
  }
}
