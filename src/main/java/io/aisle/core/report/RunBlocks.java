package io.aisle.core.report;

import io.aisle.core.report.ReportPage.Fact;
import io.aisle.core.report.ReportPage.MetricRow;
import io.aisle.core.report.ReportPage.Run;
import io.aisle.core.training.TrainingKeys;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Describes each run by itself: parameters, figures, origin, and how to run it again. */
final class RunBlocks {
  private final Material material;

  RunBlocks(Material material) {
    this.material = material;
  }

  List<Run> all() {
    List<Run> runs = new ArrayList<>();
    for (int run = 0; run < material.size(); run++) {
      runs.add(block(run));
    }
    return runs;
  }

  static String model(RunRecord record) {
    return record.modelId();
  }

  private Run block(int run) {
    RunRecord record = material.record(run);
    RunConfiguration configuration = new RunConfiguration(record.configuration());
    List<Fact> parameters = new ArrayList<>(configuration.facts("model"));
    parameters.addAll(training(record, configuration));
    List<Integer> depths = depths(record);
    return new Run(
        material.names().get(run),
        headline(record),
        material.colours()[run],
        "run-" + (run + 1),
        record.warnings(),
        parameters,
        facts(run, record),
        depths.stream().map(String::valueOf).toList(),
        metricRows(record, depths),
        record.model() == null ? "" : configuration.yamlOnItsOwnData(record.name() + "-again"),
        "aisle run again.yaml --out ../again\naisle compare . ../again",
        configuration.yaml());
  }

  /** What the model did not look at is left to the experiment file. */
  private static List<Fact> training(RunRecord record, RunConfiguration configuration) {
    List<Fact> all = configuration.facts("training");
    return record.model() == null
        ? all
        : all.stream()
            .filter(fact -> TrainingKeys.usedBy(record.model()).contains(fact.name()))
            .toList();
  }

  private String headline(RunRecord record) {
    Double value = record.metrics().test().get(material.primary().id());
    return "%s · %s %s · trained in %s · seed %d"
        .formatted(
            model(record),
            MetricWords.name(material.primary()),
            Figures.mean(value == null ? Double.NaN : value),
            Figures.seconds(record.seconds().train()),
            record.seed());
  }

  private List<Fact> facts(int run, RunRecord record) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Folder", material.rows().get(run).folder().name()));
    facts.add(new Fact("Seed", String.valueOf(record.seed())));
    facts.add(new Fact("Device", record.device()));
    facts.add(
        new Fact(
            "Epochs",
            record.epochs() + ", the parameters of epoch " + record.bestEpoch() + " kept"));
    facts.add(
        new Fact(
            "Time",
            "load %s, train %s, evaluate %s"
                .formatted(
                    Figures.seconds(record.seconds().load()),
                    Figures.seconds(record.seconds().train()),
                    Figures.seconds(record.seconds().evaluate()))));
    facts.add(new Fact("Peak memory", Figures.memory(record.peakMemoryMb())));
    RunRecord.Forecast forecast = record.forecast();
    if (forecast != null && Double.isFinite(forecast.trainSeconds())) {
      facts.add(
          new Fact(
              "Forecast",
              "train at most %s, peak memory %s%s"
                  .formatted(
                      Figures.seconds(forecast.trainSeconds()),
                      Figures.memory(forecast.peakMemoryMb()),
                      error(forecast))));
    }
    for (MetricKind kind : MetricKind.PREDICTION) {
      Metric metric = Metric.of(kind);
      Double value = record.metrics().test().get(metric.id());
      if (value != null) {
        facts.add(new Fact(MetricWords.name(metric) + " of predictions", Figures.mean(value)));
      }
    }
    facts.add(new Fact("Started", second(record.started())));
    facts.add(new Fact("Finished", second(record.finished())));
    List<String> software = new ArrayList<>(List.of("Aisle " + record.aisle()));
    new TreeMap<>(record.versions()).forEach((name, value) -> software.add(name + " " + value));
    facts.add(new Fact("Software", String.join(", ", software)));
    return facts;
  }

  private static String second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String error(RunRecord.Forecast forecast) {
    RunRecord.ForecastError error = forecast.error();
    return error == null
        ? ""
        : "; off by %s in time and %s in memory"
            .formatted(Figures.percent(error.time()), Figures.percent(error.memory()));
  }

  private static List<Integer> depths(RunRecord record) {
    TreeSet<Integer> depths = new TreeSet<>();
    record.metrics().test().keySet().stream()
        .map(Metric::parse)
        .filter(metric -> !metric.ofPredictions())
        .forEach(metric -> depths.add(metric.k()));
    return List.copyOf(depths);
  }

  private static List<MetricRow> metricRows(RunRecord record, List<Integer> depths) {
    List<MetricRow> rows = new ArrayList<>();
    for (MetricKind kind : MetricKind.RANKING) {
      List<String> values = new ArrayList<>();
      boolean any = false;
      for (int k : depths) {
        Double value = record.metrics().test().get(new Metric(kind, k).id());
        any |= value != null;
        values.add(value == null ? Figures.NONE : Figures.mean(value));
      }
      if (any) {
        rows.add(new MetricRow(MetricWords.name(kind), values));
      }
    }
    return rows;
  }
}
