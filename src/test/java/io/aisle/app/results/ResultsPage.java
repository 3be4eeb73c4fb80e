package io.aisle.app.results;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures of all runs as a page in Markdown, one table for each task, best first. */
final class ResultsPage {
  private static final Metric NDCG = Metric.parse("ndcg@10");
  private static final Metric RECALL = Metric.parse("recall@10");
  private static final List<String> PREDICTION = List.of("auc", "gauc", "logloss", "rmse");

  private static final String SAMPLES =
      """
      # Results on the bundled samples

      Made by `src/build/results`: every model with its defaults, trained in a worker as `aisle run` does,
      on every sample whose data allow it; full ranking, seen items left out. `random` is 8:1:1 per user,
      scored from the training part; `last` is leave-last-out, scored from training and validation part.
      NDCG@10 and seconds are means over the seeds, the rest is the first seed's run; the interval is the
      bootstrap over users of that run. `prediction` is measured on judged pairs: see the help pages.
      Memory is that of worker and parent together. Runs were made at low priority on two cores that did
      much else at the same time: take the seconds for an upper bound, not for a measurement
      ([benchmarks.md](benchmarks.md) has measured speeds). [results-splits.md](results-splits.md) has splits that
      other systems were measured on.
      """;

  private static final String PEERS =
      """
      # Results on splits that other systems were measured on

      Made by `src/build/results --splits`, as [results.md](results.md) is, on given splits of each
      sample's interactions without values and attributes.
      """;

  private final Path runs;
  private final List<Task> tasks;
  private final boolean given;

  ResultsPage(Path runs, List<Task> tasks, boolean given) {
    this.runs = runs;
    this.tasks = tasks;
    this.given = given;
  }

  String text() throws IOException {
    StringBuilder page = new StringBuilder();
    page.append(given ? PEERS : SAMPLES);
    StringBuilder tuned = new StringBuilder();
    StringBuilder paired = new StringBuilder();
    for (Task task : tasks) {
      page.append(table(task));
      TunedSection section =
          new TunedSection(task, new TunedSearch(runs.resolveSibling("tuned"), task));
      tuned.append(section.tuned());
      paired.append(section.paired(defaults(task)));
    }
    if (!tuned.isEmpty()) {
      page.append(TunedSection.TUNED).append(tuned);
    }
    if (!paired.isEmpty()) {
      page.append(TunedSection.PAIRED).append(paired);
    }
    return page.toString();
  }

  /** The runs with defaults of the first seed. */
  private List<RunFolder> defaults(Task task) {
    return Arrays.stream(ModelKind.values())
        .map(kind -> new RunFolder(Results.run(runs, task, kind, 1)))
        .filter(run -> run.state() == RunFolder.State.COMPLETE)
        .toList();
  }

  private String table(Task task) throws IOException {
    List<Line> lines = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (ModelKind kind : ModelKind.values()) {
      Path refusal = Path.of(Results.run(runs, task, kind, 1) + ".refused");
      if (Files.exists(refusal)) {
        refused.add("`%s`: %s".formatted(kind.id(), Files.readString(refusal).strip()));
      }
      Optional<Line> line = line(task, kind);
      if (line.isEmpty() && task.suits(kind) && !Files.exists(refusal)) {
        missing.add("`" + kind.id() + "`");
      }
      line.ifPresent(lines::add);
    }
    if (lines.isEmpty()) {
      return "";
    }
    RunRecord.Size size = lines.getFirst().first().record().size();
    StringBuilder text = new StringBuilder();
    text.append(
        "%n### %s%n%n%,d users, %,d items, %,d + %,d + %,d interactions, %,d users judged.%n%n"
            .formatted(
                task.name(),
                size.users(),
                size.items(),
                size.train(),
                size.valid(),
                size.test(),
                size.evaluated()));
    text.append(
        "| model | NDCG@10 | 95 % interval | seeds | recall@10 | prediction | epochs (best) |"
            + " seconds to fit | to evaluate | memory, MiB |\n"
            + "|---|---|---|---|---|---|---|---|---|---|\n");
    lines.sort(Comparator.comparingDouble(Line::ndcg).reversed());
    lines.forEach(line -> text.append(line.markdown()));
    refused.forEach(each -> text.append("\nNot trained: ").append(each).append('\n'));
    if (!missing.isEmpty()) {
      text.append("\nNot run yet: ").append(String.join(", ", missing)).append(".\n");
    }
    return text.toString();
  }

  private Optional<Line> line(Task task, ModelKind kind) {
    List<Comparison.Row> seeds = new ArrayList<>();
    for (int seed = 1; seed <= 9; seed++) {
      RunFolder folder = new RunFolder(Results.run(runs, task, kind, seed));
      if (folder.state() == RunFolder.State.COMPLETE) {
        seeds.add(
            new ComparisonService()
                .compare(List.of(folder), List.of(NDCG, RECALL))
                .rows()
                .getFirst());
      }
    }
    return seeds.isEmpty() ? Optional.empty() : Optional.of(new Line(kind, seeds));
  }

  /** One model's runs, one for each seed. */
  private record Line(ModelKind kind, List<Comparison.Row> seeds) {
    Comparison.Row first() {
      return seeds.getFirst();
    }

    double ndcg() {
      return mean(NDCG);
    }

    private double mean(Metric metric) {
      return seeds.stream()
          .mapToDouble(row -> row.estimates().get(metric).mean())
          .average()
          .orElse(Double.NaN);
    }

    String markdown() {
      RunRecord record = first().record();
      Estimate estimate = first().estimates().get(NDCG);
      List<String> prediction = new ArrayList<>();
      for (String metric : PREDICTION) {
        Double value = record.metrics().test().get(metric);
        if (value != null && !value.isNaN()) {
          prediction.add("%s %s".formatted(metric, number(value)));
        }
      }
      double seconds =
          seeds.stream().mapToDouble(row -> row.record().seconds().train()).average().orElse(0);
      return "| `%s` | %s | %s-%s | %d | %s | %s | %s | %s | %s | %,d |%n"
          .formatted(
              kind.id(),
              number(ndcg()),
              number(estimate.low()),
              number(estimate.high()),
              seeds.size(),
              number(mean(RECALL)),
              String.join(", ", prediction),
              kind.iterative() ? "%d (%d)".formatted(record.epochs(), record.bestEpoch()) : "",
              seconds(seconds),
              seconds(record.seconds().evaluate()),
              record.peakMemoryMb());
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String seconds(double value) {
      return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
  }
}
