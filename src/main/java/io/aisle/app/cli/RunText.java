package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A finished run as text: what it was measured on, the test metrics, what it took. */
final class RunText {
  private RunText() {}

  static String of(RunRecord run) {
    RunRecord.Size size = run.size();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s (%s) on %s: %,d users, %,d items, %,d + %,d + %,d interactions%n",
            TextTable.clean(run.name()),
            run.modelId(),
            TextTable.clean(run.dataset()),
            size.users(),
            size.items(),
            size.train(),
            size.valid(),
            size.test()));
    if (!run.fittedOnEverything()) {
      text.append(
          String.format(
              Locale.ROOT,
              "test metrics over %,d users (%,d without a history)%n",
              size.evaluated(),
              size.cold()));
      text.append(metrics(run));
      text.append(predictions(run));
    }
    if (run.model() != null) {
      text.append(cost(run));
    }
    text.append(ExposureText.of(run));
    run.warnings()
        .forEach(warning -> text.append("note: ").append(TextTable.clean(warning)).append('\n'));
    for (RunRecord.Leak leak : run.leaks()) {
      text.append(leak.byDesign() ? "note: " : "leak: ")
          .append(TextTable.clean(leak.sentence()))
          .append('\n');
    }
    return text.toString();
  }

  private static String cost(RunRecord run) {
    return String.format(
        Locale.ROOT,
        "load %.1f s, train %.1f s (epoch %d of %d kept), evaluate %.1f s; peak memory %,d MB;"
            + " device %s%n",
        run.seconds().load(),
        run.seconds().train(),
        run.bestEpoch(),
        run.epochs(),
        run.seconds().evaluate(),
        run.peakMemoryMb(),
        run.device());
  }

  private static String metrics(RunRecord run) {
    TreeSet<Integer> depths = new TreeSet<>();
    run.metrics().test().keySet().stream()
        .map(Metric::parse)
        .filter(metric -> !metric.ofPredictions())
        .forEach(metric -> depths.add(metric.k()));
    TextTable.Align[] aligns = new TextTable.Align[depths.size() + 1];
    Arrays.fill(aligns, RIGHT);
    aligns[0] = LEFT;
    TextTable table = new TextTable(aligns);
    List<String> header = new ArrayList<>(List.of(""));
    depths.forEach(k -> header.add("@" + k));
    table.row(header.toArray(String[]::new));
    for (MetricKind kind : MetricKind.RANKING) {
      List<String> row = new ArrayList<>(List.of(kind.id()));
      boolean any = false;
      for (int k : depths) {
        Double value = run.metrics().test().get(new Metric(kind, k).id());
        any |= value != null;
        row.add(value == null || value.isNaN() ? "" : String.format(Locale.ROOT, "%.4f", value));
      }
      if (any) {
        table.row(row.toArray(String[]::new));
      }
    }
    return table.render();
  }

  /** The metrics of predictions in a line; "" where the model does not predict. */
  private static String predictions(RunRecord run) {
    String line =
        MetricKind.PREDICTION.stream()
            .map(kind -> Metric.of(kind).id())
            .filter(run.metrics().test()::containsKey)
            .map(id -> String.format(Locale.ROOT, "%s %.4f", id, run.metrics().test().get(id)))
            .collect(Collectors.joining(", "));
    return line.isEmpty() ? "" : "predictions: %s%n".formatted(line);
  }
}
