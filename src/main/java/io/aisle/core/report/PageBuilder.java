package io.aisle.core.report;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.Comparison.Row;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.comparison.Verdict;
import io.aisle.core.report.ReportPage.Line;
import io.aisle.core.report.pin.Pin;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts a comparison into the words and numbers of the page. */
final class PageBuilder {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Material material;
  private final Baselines baselines;
  private final List<Pin> pins;
  private final RunRecord first;
  private final Metric primary;

  PageBuilder(Material material, Baselines baselines, List<Pin> pins) {
    this.material = material;
    this.baselines = baselines;
    this.pins = pins;
    this.first = material.record(0);
    this.primary = material.primary();
  }

  /**
   * @param now when the report is made
   * @param version of the program that makes it
   */
  ReportPage page(Instant now, String version) {
    Summary summary = new Summary(material, baselines);
    Origin origin = new Origin(material);
    RunBlocks blocks = new RunBlocks(material);
    RobustnessBlocks robustness = RobustnessBlocks.of(material);
    return new ReportPage(
        title(),
        TIME.format(now),
        version,
        chips(origin),
        summary.sentences(),
        summary.callouts(),
        MetricWords.name(primary),
        material.reference(),
        "Means over %s users. The bar is the 95%% bootstrap interval; the dotted line is the reference."
            .formatted(Figures.count(material.comparison().users())),
        others().stream().map(MetricWords::name).toList(),
        lines(),
        joined(new Charts(material).all(), robustness.charts()),
        PinnedViews.of(pins),
        "Each metric is tested by itself: paired over users against %s, corrected by Holm's method over the other runs."
            .formatted(material.reference()),
        new MetricTables(material).all(),
        joined(new ListBlocks(material).all(), robustness.all()),
        origin.protocol(),
        origin.data(),
        first.leaks(),
        blocks.all(),
        Reruns.commands(material.rows().stream().map(Row::folder).toList()),
        new Notes(material).all());
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private String title() {
    String runs = material.size() == 1 ? material.reference() : material.size() + " runs compared";
    return first.dataset().isEmpty() ? runs : runs + " on " + first.dataset();
  }

  private List<String> chips(Origin origin) {
    return List.of(
        origin.splitWords(),
        origin.candidateWords(),
        origin.seenWords(),
        Figures.count(material.comparison().users()) + " users",
        "protocol " + Origin.shortHash(first.protocolHash()),
        "data " + Origin.shortHash(first.dataFingerprint()));
  }

  /** The other metrics of the first table, at the depth of the primary one. */
  private List<Metric> others() {
    return Stream.of(MetricKind.RECALL, MetricKind.MRR, MetricKind.COVERAGE)
        .map(kind -> new Metric(kind, primary.k()))
        .filter(metric -> !metric.equals(primary))
        .filter(material.comparison().metrics()::contains)
        .toList();
  }

  private List<Line> lines() {
    List<Double> ends = new ArrayList<>();
    for (Row row : material.rows()) {
      Estimate estimate = row.estimates().get(primary);
      ends.add(estimate.mean());
      ends.add(estimate.high());
    }
    double reference = material.rows().getFirst().estimates().get(primary).mean();
    IntervalMark mark = IntervalMark.over(ends, reference);
    List<Line> lines = new ArrayList<>();
    for (int run = 0; run < material.size(); run++) {
      lines.add(line(run, mark, reference));
    }
    return lines;
  }

  private Line line(int run, IntervalMark mark, double reference) {
    Row row = material.rows().get(run);
    RunRecord record = row.record();
    Estimate estimate = row.estimates().get(primary);
    int colour = material.colours()[run];
    boolean isReference = estimate.verdict() == Verdict.REFERENCE;
    return new Line(
        material.names().get(run),
        RunBlocks.model(record),
        colour,
        Figures.mean(estimate.mean()),
        Charts.markup(mark.draw(colour, estimate.mean(), estimate.low(), estimate.high())),
        MetricTables.pill(estimate),
        isReference ? "" : Figures.difference(estimate.difference(), reference),
        isReference ? "" : Figures.p(estimate.adjustedP()),
        others().stream().map(metric -> Figures.mean(row.estimates().get(metric).mean())).toList(),
        Figures.seconds(record.seconds().train()),
        Figures.memory(record.peakMemoryMb()),
        record.seed() + " · " + record.device());
  }
}
