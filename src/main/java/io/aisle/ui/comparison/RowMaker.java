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
import io.aisle.ui.common.Palette;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/** Puts a comparison into the words of the table. */
final class RowMaker {
  /** The metrics that stand beside the chosen one. */
  static final List<MetricKind> BESIDE =
      List.of(MetricKind.RECALL, MetricKind.MRR, MetricKind.COVERAGE);

  private final Texts texts;
  private final Numbers numbers;

  RowMaker(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  /** Best first. */
  List<CompareRow> rows(Comparison comparison, Metric metric) {
    List<Comparison.Row> sorted = new ArrayList<>(comparison.rows());
    sorted.sort(
        Comparator.comparingDouble((Comparison.Row row) -> row.estimates().get(metric).mean())
            .reversed());
    double[] ends =
        sorted.stream()
            .map(row -> row.estimates().get(metric))
            .flatMapToDouble(each -> DoubleStream.of(each.low(), each.mean(), each.high()))
            .filter(Double::isFinite)
            .toArray();
    double from = Math.min(0, DoubleStream.of(ends).min().orElse(0));
    double to = DoubleStream.of(ends).max().orElse(1);
    double reference = comparison.rows().getFirst().estimates().get(metric).mean();
    return sorted.stream().map(row -> row(row, metric, reference, from, to)).toList();
  }

  private CompareRow row(
      Comparison.Row row, Metric metric, double reference, double from, double to) {
    Estimate estimate = row.estimates().get(metric);
    RunRecord run = row.record();
    int colour = Palette.of(run.model());
    boolean first = estimate.verdict() == Verdict.REFERENCE;
    return new CompareRow(
        run.name(),
        colour,
        numbers.metric(estimate.mean()),
        new IntervalPlot.Interval(
            colour, estimate.low(), estimate.mean(), estimate.high(), reference, from, to),
        tone(estimate.verdict()),
        texts.of("verdict." + estimate.verdict().name()),
        first ? "" : difference(estimate, reference),
        first ? "" : numbers.pValue(estimate.adjustedP()),
        BESIDE.stream().map(kind -> beside(row, new Metric(kind, metric.k()))).toList(),
        numbers.seconds(run.seconds().train()),
        numbers.megabytes(run.peakMemoryMb()),
        texts.of("compare.origin", run.seed(), start(run.dataFingerprint()), run.device()));
  }

  private String difference(Estimate estimate, double reference) {
    String difference = numbers.difference(estimate.difference());
    return reference == 0 || Double.isNaN(estimate.difference())
        ? difference
        : texts.of("compare.difference", difference, estimate.difference() / reference);
  }

  private String beside(Comparison.Row row, Metric metric) {
    Estimate estimate = row.estimates().get(metric);
    return estimate == null ? "" : numbers.metric(estimate.mean());
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
