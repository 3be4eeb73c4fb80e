package io.aisle.core.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.report.ReportPage.Chart;
import io.aisle.core.training.EpochLine;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Chooses and draws the charts of a report. */
final class Charts {
  private final Material material;
  private final String primary;

  Charts(Material material) {
    this.material = material;
    this.primary = MetricWords.name(material.primary());
  }

  List<Chart> all() {
    List<Chart> charts = new ArrayList<>();
    charts.add(cost());
    againstDepth(MetricKind.NDCG, charts);
    againstDepth(MetricKind.RECALL, charts);
    curves(charts);
    wins(charts);
    return charts;
  }

  static TemplateHTMLOutputModel markup(String svg) {
    try {
      return HTMLOutputFormat.INSTANCE.fromMarkup(svg);
    } catch (TemplateModelException e) {
      throw new IllegalStateException("a drawing is not markup", e);
    }
  }

  private Chart cost() {
    List<ScatterChart.Point> points = new ArrayList<>();
    for (int run = 0; run < material.size(); run++) {
      if (!Double.isFinite(material.record(run).seconds().train())) {
        continue; // imported lists: nobody knows what they cost
      }
      Estimate estimate = material.rows().get(run).estimates().get(material.primary());
      points.add(
          new ScatterChart.Point(
              material.names().get(run),
              material.colours()[run],
              Math.max(0.01, material.record(run).seconds().train()),
              estimate.mean(),
              estimate.low(),
              estimate.high()));
    }
    String title = "Quality against time";
    return new Chart(
        title,
        "%s of each run with its 95%% interval, by the seconds its training took."
            .formatted(primary),
        markup(ScatterChart.draw(points, primary, title + ": " + listed(points))));
  }

  private static String listed(List<ScatterChart.Point> points) {
    return String.join(
        "; ",
        points.stream()
            .map(
                p ->
                    p.name()
                        + " "
                        + Figures.mean(p.value())
                        + " in "
                        + Figures.seconds(p.seconds()))
            .toList());
  }

  private void againstDepth(MetricKind kind, List<Chart> charts) {
    List<Metric> depths =
        material.comparison().metrics().stream()
            .filter(m -> m.kind() == kind && !m.ofPredictions())
            .toList();
    if (depths.size() < 2) {
      return;
    }
    List<Series> series = new ArrayList<>();
    for (int run = 0; run < material.size(); run++) {
      var estimates = material.rows().get(run).estimates();
      series.add(
          new Series(
              material.names().get(run),
              material.colours()[run],
              depths.stream().mapToDouble(Metric::k).toArray(),
              depths.stream().mapToDouble(m -> estimates.get(m).mean()).toArray()));
    }
    String name = MetricWords.name(kind);
    charts.add(
        new Chart(
            name + " against k",
            "How %s of each run changes with the length of the list.".formatted(name),
            markup(
                new LineChart("k, length of the list", name, true)
                    .draw(
                        series, name + " of each run at each k; the figures are in the tables"))));
  }

  private void curves(List<Chart> charts) {
    String monitor = "validation metric";
    List<Series> valid = lines(EpochLine::valid);
    if (!valid.isEmpty()) {
      charts.add(
          new Chart(
              "Learning curves",
              "The monitored validation metric after each epoch, for runs that learn in epochs; the"
                  + " best epoch is kept.",
              markup(
                  new LineChart("epoch", monitor, false)
                      .draw(valid, "Validation metric after each epoch"))));
    }
    List<Series> loss = lines(EpochLine::loss);
    if (!loss.isEmpty()) {
      charts.add(
          new Chart(
              "Training loss",
              "Each run's mean loss per epoch as a share of its first: losses of different models"
                  + " have different units.",
              markup(
                  new LineChart("epoch", "share of the first epoch's loss", false)
                      .draw(
                          loss.stream().map(Charts::relative).toList(),
                          "Training loss by epoch"))));
    }
  }

  private List<Series> lines(ToDoubleFunction<EpochLine> value) {
    List<Series> series = new ArrayList<>();
    for (int run = 0; run < material.size(); run++) {
      List<EpochLine> epochs = material.epochs().get(run);
      double[] y = epochs.stream().mapToDouble(value).toArray();
      if (epochs.size() > 1 && Arrays.stream(y).anyMatch(Double::isFinite)) {
        double[] x = epochs.stream().mapToDouble(EpochLine::epoch).toArray();
        series.add(new Series(material.names().get(run), material.colours()[run], x, y));
      }
    }
    return series;
  }

  private static Series relative(Series loss) {
    double first = Arrays.stream(loss.y()).filter(Double::isFinite).findFirst().orElse(1);
    return new Series(
        loss.name(),
        loss.colour(),
        loss.x(),
        Arrays.stream(loss.y()).map(y -> first == 0 ? y : y / first).toArray());
  }

  private void wins(List<Chart> charts) {
    PerUserTable reference = material.users().getFirst();
    int column = reference.metrics().indexOf(material.primary());
    List<WinsChart.Wins> all = new ArrayList<>();
    for (int run = 1; run < material.size() && column >= 0; run++) {
      PerUserTable other = material.users().get(run);
      int theirs = other.metrics().indexOf(material.primary());
      if (theirs >= 0 && other.users().equals(reference.users())) {
        all.add(count(run, reference.values(), column, other.values(), theirs));
      }
    }
    if (!all.isEmpty()) {
      charts.add(
          new Chart(
              "Users won and lost against " + material.reference(),
              "Share of users whose own %s is higher (blue), the same (grey) or lower (orange) than under %s."
                  .formatted(primary, material.reference()),
              markup(WinsChart.draw(all, "Users for whom each run is better, as good, or worse"))));
    }
  }

  private WinsChart.Wins count(int run, double[][] ours, int column, double[][] theirs, int their) {
    int better = 0;
    int worse = 0;
    for (int u = 0; u < ours.length; u++) {
      int sign = Double.compare(theirs[u][their], ours[u][column]);
      better += sign > 0 ? 1 : 0;
      worse += sign < 0 ? 1 : 0;
    }
    return new WinsChart.Wins(
        material.names().get(run),
        material.colours()[run],
        better,
        ours.length - better - worse,
        worse);
  }
}
