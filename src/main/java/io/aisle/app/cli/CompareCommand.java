package io.aisle.app.cli;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aisle compare}: runs of one protocol beside each other, the first as the reference. */
@Command(
    name = "compare",
    description = {
      "Compares runs of one protocol: means, 95%% intervals, and paired tests against the first",
      "run, corrected by Holm's method. Runs of different protocols or data are refused."
    })
final class CompareCommand implements Callable<Integer> {
  private static final List<Metric> USUAL =
      Stream.concat(
              Stream.of(MetricKind.NDCG, MetricKind.RECALL, MetricKind.MRR, MetricKind.COVERAGE)
                  .map(kind -> new Metric(kind, 10)),
              MetricKind.PREDICTION.stream().map(Metric::of))
          .toList();

  private final CommandContext context;

  @Mixin private RunFolders folders;

  @Mixin private BaselineOption baselines;

  @Option(
      names = "--metric",
      split = ",",
      paramLabel = "METRIC",
      description =
          "Such as ndcg@10 or auc; may be repeated (default: ndcg, recall, mrr, coverage at 10, and"
              + " those of predictions that all runs have).")
  private List<String> metrics;

  @Option(names = "--all", description = "Every metric that all runs have.")
  private boolean all;

  CompareCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    BaselineOption.Completed compared = baselines.complete(comparable(folders.runs()), context);
    Comparison comparison = compare(compared.runs());
    context.console().out().print(ComparisonText.of(comparison, compared.baselines().sentences()));
    comparison
        .rows()
        .forEach(
            row ->
                row.record()
                    .erasure()
                    .ifPresent(said -> context.console().say(row.record().name() + ": " + said)));
    return ExitCode.DONE.code();
  }

  /** Runs that cannot stand beside each other are refused before anything is tuned. */
  private List<RunFolder> comparable(List<RunFolder> runs) {
    compare(runs);
    return runs;
  }

  private Comparison compare(List<RunFolder> runs) {
    var service = context.wiring().comparisons();
    if (all) {
      return service.compare(runs);
    }
    if (metrics != null) {
      return service.compare(runs, metrics.stream().map(Metric::parse).distinct().toList());
    }
    Set<String> measured = runs.getFirst().record().metrics().test().keySet();
    List<Metric> common = service.common(runs);
    List<Metric> usual =
        USUAL.stream()
            .filter(m -> m.ofPredictions() ? common.contains(m) : measured.contains(m.id()))
            .toList();
    return usual.isEmpty() ? service.compare(runs) : service.compare(runs, usual);
  }
}
