package io.aisle.ui.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What charts show whose values follow one upon the other, in sentences. */
final class CourseDescriptions {
  private CourseDescriptions() {}

  static String curves(
      ChartWords words, String xTitle, String title, List<CurveChart.Curve> curves) {
    String head = words.of("chart.describe.curves", curves.size(), title.isEmpty() ? 0 : 1, title);
    boolean banded = curves.stream().anyMatch(CurveChart.Curve::banded);
    return Descriptions.lines(
        words,
        banded ? head + " " + words.of("chart.describe.bands") : head,
        curves,
        curve -> {
          double[] values = curve.values();
          int[] there =
              IntStream.range(0, values.length).filter(i -> Double.isFinite(values[i])).toArray();
          if (there.length == 0) {
            return words.of("chart.describe.nothing", curve.name());
          }
          int first = there[0];
          int last = there[there.length - 1];
          double[] kept = Arrays.stream(there).mapToDouble(i -> values[i]).toArray();
          return words.of(
              "chart.describe.curve",
              curve.name(),
              (xTitle + " " + words.value(curve.xs()[first])).strip(),
              words.value(values[first]),
              (xTitle + " " + words.value(curve.xs()[last])).strip(),
              words.value(values[last]),
              words.value(Arrays.stream(kept).min().orElse(Double.NaN)),
              words.value(Arrays.stream(kept).max().orElse(Double.NaN)));
        });
  }

  static String series(ChartWords words, String title, List<TimeSeries.Series> series) {
    return Descriptions.lines(
        words,
        words.of("chart.describe.series", series.size(), title.isEmpty() ? 0 : 1, title),
        series,
        each -> {
          long[] times = each.epochMillis();
          if (times.length == 0) {
            return words.of("chart.describe.nothing", each.name());
          }
          double[] values = Arrays.stream(each.values()).filter(Double::isFinite).toArray();
          return words.of(
              "chart.describe.serie",
              each.name(),
              words.count(times.length),
              words.time(times[0]),
              words.time(times[times.length - 1]),
              words.value(Arrays.stream(values).min().orElse(Double.NaN)),
              words.value(Arrays.stream(values).average().orElse(Double.NaN)),
              words.value(Arrays.stream(values).max().orElse(Double.NaN)));
        });
  }

  static String columns(ChartWords words, List<Columns.Column> columns, String note) {
    if (columns.isEmpty()) {
      return words.of("chart.empty");
    }
    Columns.Column highest =
        columns.stream().max(Comparator.comparingDouble(Columns.Column::height)).orElseThrow();
    String all =
        words.of(
            "chart.describe.columns",
            words.count(columns.size()),
            columns.getFirst().name(),
            columns.getLast().name(),
            highest.name(),
            words.value(highest.height()));
    return note.isEmpty() ? all : all + "\n" + note;
  }

  static String timeline(ChartWords words, String title, List<Timeline.Mark> marks) {
    if (marks.isEmpty()) {
      return words.of("chart.empty");
    }
    long from = marks.stream().mapToLong(Timeline.Mark::epochMillis).min().orElse(0);
    long to = marks.stream().mapToLong(Timeline.Mark::epochMillis).max().orElse(0);
    StringBuilder text = new StringBuilder();
    text.append(
        words.of(
            "chart.describe.timeline",
            words.count(marks.size()),
            words.time(from),
            words.time(to)));
    marks.stream()
        .filter(Timeline.Mark::heldOut)
        .limit(Descriptions.MOST)
        .forEach(
            mark ->
                text.append('\n')
                    .append(
                        words.of(
                            "chart.describe.held.out",
                            mark.words(),
                            words.time(mark.epochMillis()))));
    var values =
        marks.stream()
            .mapToDouble(Timeline.Mark::value)
            .filter(Double::isFinite)
            .summaryStatistics();
    if (values.getCount() > 0) {
      text.append('\n')
          .append(
              words.of(
                  "chart.describe.values",
                  title,
                  words.value(values.getMin()),
                  words.value(values.getMax())));
    }
    return text.toString();
  }

  /**
   * @param steps the heaviest first
   */
  static String arcs(
      ChartWords words,
      String asking,
      List<ArcTimeline.Step> steps,
      Function<ArcTimeline.Step, Readout> read) {
    return Descriptions.lines(
        words,
        words.of("chart.describe.arcs", words.count(steps.size()), asking),
        steps,
        step -> read.apply(step).words());
  }
}
