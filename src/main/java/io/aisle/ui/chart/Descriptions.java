package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What charts show, in sentences. */
final class Descriptions {
  /** Things that are told one by one. */
  static final int MOST = 12;

  private Descriptions() {}

  /**
   * @param ranked the best first
   * @param word the value of a line on an axis
   */
  static String parallel(
      ChartWords words,
      List<ParallelChart.Dimension> dimensions,
      List<ParallelChart.Line> ranked,
      BiFunction<Integer, ParallelChart.Line, String> word) {
    return lines(
        words,
        words.of("chart.describe.parallel", ranked.size(), Math.max(0, dimensions.size() - 1)),
        ranked,
        line ->
            words.of(
                "chart.describe.configuration",
                line.name(),
                words.list(
                    IntStream.range(0, dimensions.size())
                        .filter(d -> !Double.isNaN(line.values()[d]))
                        .mapToObj(d -> dimensions.get(d).name() + " " + word.apply(d, line)))));
  }

  static String scatter(
      ChartWords words,
      String xTitle,
      String yTitle,
      List<Scatter.Point> points,
      boolean frontier) {
    List<Scatter.Point> best = Frontier.of(points);
    String text =
        lines(
            words,
            words.of("chart.describe.scatter", words.count(points.size())),
            points,
            point ->
                words.of(
                    "chart.describe.point",
                    point.name(),
                    xTitle.isEmpty() ? "x" : xTitle,
                    words.value(point.x()),
                    yTitle.isEmpty() ? "y" : yTitle,
                    words.value(point.y())));
    if (frontier && !best.isEmpty()) {
      String names = words.list(best.stream().limit(MOST).map(Scatter.Point::name));
      text += "\n" + words.of("chart.describe.frontier", names);
    }
    return text;
  }

  static String matrix(ChartWords words, HeatMap.Matrix matrix) {
    record Found(int row, int column, double value) {}
    List<Found> cells =
        IntStream.range(0, matrix.rows().size())
            .boxed()
            .flatMap(
                row ->
                    IntStream.range(0, matrix.columns().size())
                        .mapToObj(column -> new Found(row, column, matrix.at(row, column))))
            .filter(found -> Double.isFinite(found.value()))
            .sorted(Comparator.comparingDouble(Found::value).reversed())
            .limit(5)
            .toList();
    return lines(
        words,
        words.of(
            "chart.describe.matrix",
            words.count(matrix.rows().size()),
            words.count(matrix.columns().size())),
        cells,
        found ->
            words.of(
                "chart.describe.cell",
                matrix.rows().get(found.row()),
                matrix.columns().get(found.column()),
                words.value(found.value())));
  }

  static String pairs(ChartWords words, String first, String second, List<BarPairs.Pair> pairs) {
    return lines(
        words,
        words.of("chart.describe.pairs", words.count(pairs.size())),
        pairs,
        pair -> {
          List<String> values = new ArrayList<>();
          if (Double.isFinite(pair.first())) {
            values.add((first + " " + words.value(pair.first())).strip());
          }
          if (Double.isFinite(pair.second())) {
            values.add((second + " " + words.value(pair.second())).strip());
          }
          return words.of("chart.describe.pair", pair.name(), words.list(values.stream()));
        });
  }

  static String bars(ChartWords words, List<ErrorBars.Bar> bars) {
    return lines(
        words,
        words.of("chart.describe.bars", words.count(bars.size())),
        bars,
        bar ->
            words.of(
                "chart.describe.pair",
                bar.name(),
                words.of(
                    "chart.describe.interval",
                    words.value(bar.value()),
                    words.value(bar.low()),
                    words.value(bar.high()))));
  }

  static String interval(ChartWords words, IntervalPlot.Interval interval) {
    if (interval == null || Double.isNaN(interval.mean())) {
      return words.of("chart.empty");
    }
    return Double.isNaN(interval.low())
        ? words.aligned(interval.mean())
        : words.of(
            "chart.describe.interval",
            words.aligned(interval.mean()),
            words.aligned(interval.low()),
            words.aligned(interval.high()));
  }

  /** A sentence and a line for each thing, as far as it can be listened to. */
  static <T> String lines(ChartWords words, String head, List<T> items, Function<T, String> line) {
    if (items.isEmpty()) {
      return words.of("chart.empty");
    }
    StringJoiner text = new StringJoiner("\n");
    text.add(head);
    items.stream().limit(MOST).map(line).forEach(text::add);
    if (items.size() > MOST) {
      text.add(words.of("chart.describe.more", words.count(items.size() - MOST)));
    }
    return text.toString();
  }
}
