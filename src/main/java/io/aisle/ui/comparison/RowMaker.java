package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.comparison.Verdict;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import io.aisle.ui.chart.IntervalPlot;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** Puts a comparison into the rows of the table. */
final class RowMaker {
  private static final int USUAL_DEPTH = 10;

  private final Texts texts;
  private final Numbers numbers;

  RowMaker(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /**
   * Best first.
   *
   * @param items the runs of the comparison by what it calls them
   */
  List<CompareRow> rows(
      Comparison comparison, Metric metric, Function<Comparison.Row, RunItem> items) {
    List<Comparison.Row> sorted = new ArrayList<>(comparison.rows());
    Comparator<Comparison.Row> ascending =
        Comparator.comparingDouble((Comparison.Row row) -> row.estimates().get(metric).mean());
    sorted.sort(metric.loss() ? ascending : ascending.reversed());
    Map<Comparison.Row, Integer> colours = new IdentityHashMap<>();
    for (int run = 0; run < comparison.rows().size(); run++) {
      colours.put(comparison.rows().get(run), comparison.colours()[run]);
    }
    double[] ends =
        sorted.stream()
            .map(row -> row.estimates().get(metric))
            .flatMapToDouble(each -> DoubleStream.of(each.low(), each.mean(), each.high()))
            .filter(Double::isFinite)
            .toArray();
    double from = Math.min(0, DoubleStream.of(ends).min().orElse(0));
    double to = DoubleStream.of(ends).max().orElse(1);
    double reference = comparison.rows().getFirst().estimates().get(metric).mean();
    return sorted.stream()
        .map(row -> row(row, items.apply(row), colours.get(row), metric, reference, from, to))
        .toList();
  }

  private CompareRow row(
      Comparison.Row row,
      RunItem item,
      int colour,
      Metric metric,
      double reference,
      double from,
      double to) {
    Estimate estimate = row.estimates().get(metric);
    RunRecord run = row.record();
    double gain = reference == 0 ? Double.NaN : estimate.difference() / reference;
    return new CompareRow(
        item,
        colour,
        estimate.mean(),
        new IntervalPlot.Interval(
            colour, estimate.low(), estimate.mean(), estimate.high(), reference, from, to),
        tone(estimate.verdict()),
        texts.of("verdict." + estimate.verdict().name()),
        against(estimate, gain),
        gain,
        estimate.effect(),
        metrics(row, depth(metric)),
        predictions(run),
        run.seconds().train(),
        run.peakMemoryMb(),
        texts.of("compare.origin", run.seed(), start(run.dataFingerprint()), run.device()));
  }

  private String against(Estimate estimate, double gain) {
    String difference =
        Double.isNaN(gain)
            ? numbers.difference(estimate.difference())
            : texts.of("compare.gain", gain);
    return switch (estimate.verdict()) {
      case REFERENCE -> "";
      case NOT_TESTED -> difference;
      case TOO_CLOSE ->
          estimate.moreUsers() < 0
              ? texts.of("compare.equal")
              : texts.of("compare.more.users", rounded(estimate.moreUsers()));
      case BETTER, WORSE ->
          texts.of("compare.against", difference, numbers.pValue(estimate.adjustedP()));
    };
  }

  /** Two digits: an estimate should not look like a count. */
  private static long rounded(long users) {
    long unit = (long) Math.pow(10, Math.max(0, Long.toString(users).length() - 2));
    return Math.round((double) users / unit) * unit;
  }

  private static Map<MetricKind, Double> metrics(Comparison.Row row, int k) {
    Map<MetricKind, Double> metrics = new EnumMap<>(MetricKind.class);
    for (MetricKind kind : MetricKind.RANKING) {
      Estimate estimate = row.estimates().get(new Metric(kind, k));
      metrics.put(kind, estimate == null ? Double.NaN : estimate.mean());
    }
    return metrics;
  }

  /** The depth of the other metrics of lists beside a chosen metric. */
  static int depth(Metric chosen) {
    return chosen.ofPredictions() ? USUAL_DEPTH : chosen.k();
  }

  private static Map<MetricKind, Double> predictions(RunRecord run) {
    Map<MetricKind, Double> predictions = new EnumMap<>(MetricKind.class);
    for (MetricKind kind : MetricKind.PREDICTION) {
      Double value = run.metrics().test().get(Metric.of(kind).id());
      if (value != null) {
        predictions.put(kind, value);
      }
    }
    return predictions;
  }

  private static String start(String hash) {
    return hash.substring(0, Math.min(4, hash.length()));
  }

  private static Badge.Tone tone(Verdict verdict) {
    return switch (verdict) {
      case REFERENCE -> Badge.Tone.ACCENT;
      case BETTER -> Badge.Tone.GOOD;
      case WORSE -> Badge.Tone.BAD;
      case TOO_CLOSE -> Badge.Tone.WARN;
      case NOT_TESTED -> Badge.Tone.NEUTRAL;
    };
  }
}
