package io.aisle.core.report;

import io.aisle.core.comparison.Estimate;
import io.aisle.core.comparison.Verdict;
import io.aisle.core.report.ReportPage.MetricCell;
import io.aisle.core.report.ReportPage.MetricGroup;
import io.aisle.core.report.ReportPage.MetricLine;
import io.aisle.core.report.ReportPage.MetricTable;
import io.aisle.core.report.ReportPage.Pill;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Every metric over all runs: the depths of one metric stand beside each other. */
final class MetricTables {
  /** Metrics in one table; more would not fit on paper. */
  private static final int BESIDE = 3;

  private final Material material;

  MetricTables(Material material) {
    this.material = material;
  }

  List<MetricGroup> all() {
    List<MetricGroup> groups = new ArrayList<>();
    for (MetricKind kind : MetricKind.RANKING) {
      List<Metric> depths = metrics(m -> !m.ofPredictions() && m.kind() == kind);
      if (!depths.isEmpty()) {
        groups.add(group(MetricWords.name(kind), MetricWords.ofLists(kind), depths));
      }
    }
    List<Metric> predictions = metrics(Metric::ofPredictions);
    if (!predictions.isEmpty()) {
      groups.add(group("Predictions", definitions(predictions), predictions));
    }
    return groups;
  }

  private List<Metric> metrics(Predicate<Metric> which) {
    return material.comparison().metrics().stream().filter(which).toList();
  }

  private static String definitions(List<Metric> metrics) {
    return String.join(
        "; ",
        metrics.stream()
            .map(m -> MetricWords.name(m) + ": " + MetricWords.ofPredictions(m.kind()))
            .toList());
  }

  private MetricGroup group(String name, String definition, List<Metric> metrics) {
    List<MetricTable> tables = new ArrayList<>();
    for (int from = 0; from < metrics.size(); from += BESIDE) {
      tables.add(table(metrics.subList(from, Math.min(from + BESIDE, metrics.size()))));
    }
    return new MetricGroup(name, definition, metrics.contains(material.primary()), tables);
  }

  private MetricTable table(List<Metric> metrics) {
    List<MetricLine> lines =
        IntStream.range(0, material.size())
            .mapToObj(
                run ->
                    new MetricLine(
                        material.names().get(run),
                        material.colours()[run],
                        metrics.stream().map(metric -> cell(run, metric)).toList()))
            .toList();
    return new MetricTable(
        metrics.stream().map(MetricWords::name).toList(),
        metrics.stream().anyMatch(this::isTested),
        lines);
  }

  private boolean isTested(Metric metric) {
    return IntStream.range(0, material.size())
        .mapToObj(run -> estimate(run, metric).verdict())
        .anyMatch(verdict -> verdict != Verdict.REFERENCE && verdict != Verdict.NOT_TESTED);
  }

  private Estimate estimate(int run, Metric metric) {
    return material.rows().get(run).estimates().get(metric);
  }

  private MetricCell cell(int run, Metric metric) {
    Estimate estimate = estimate(run, metric);
    boolean isReference = estimate.verdict() == Verdict.REFERENCE;
    boolean isTested = !isReference && estimate.verdict() != Verdict.NOT_TESTED;
    return new MetricCell(
        Figures.mean(estimate.mean()),
        Double.isFinite(estimate.low()) ? Figures.interval(estimate.low(), estimate.high()) : "",
        isReference ? "" : Figures.difference(estimate.difference(), estimate(0, metric).mean()),
        isTested ? Figures.effect(estimate.effect()) : "",
        pill(estimate),
        isTested ? Figures.p(estimate.pValue()) : "",
        isTested ? Figures.p(estimate.adjustedP()) : "");
  }

  static Pill pill(Estimate estimate) {
    return switch (estimate.verdict()) {
      case REFERENCE -> new Pill("reference", "reference");
      case BETTER -> new Pill("better", "better");
      case WORSE -> new Pill("worse", "worse");
      case TOO_CLOSE -> new Pill("close", "too close to call");
      case NOT_TESTED -> new Pill("untested", "not tested");
    };
  }
}
