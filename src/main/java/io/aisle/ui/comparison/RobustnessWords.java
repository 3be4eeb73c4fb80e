package io.aisle.ui.comparison;

import io.aisle.core.robustness.Robustness;
import io.aisle.core.robustness.Robustness.Figure;
import io.aisle.core.robustness.Robustness.Level;
import io.aisle.core.robustness.Robustness.Value;
import io.aisle.core.robustness.RobustnessSettings;
import io.aisle.domain.model.Metric;
import io.aisle.ui.common.MetricWords;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Says what was measured. */
record RobustnessWords(Texts texts, Numbers numbers) {
  /** The rows of a view: the runs one below the other at each strength. */
  GroupTable table(List<Measured> runs, RobustnessView view, Metric metric) {
    if (runs.isEmpty()) {
      return GroupTable.EMPTY;
    }
    return switch (view) {
      case TARGET -> targets(runs);
      case COLD_ITEMS -> items(runs, metric);
      default -> levels(runs, view, metric);
    };
  }

  private GroupTable levels(List<Measured> runs, RobustnessView view, Metric metric) {
    List<List<String>> rows = new ArrayList<>();
    for (Measured run : runs) {
      Value alone = run.found().alone().get(metric.id());
      rows.add(
          List.of(
              run.name(),
              texts.of("robustness.nothing"),
              numbers.metric(alone.mean()),
              "",
              "",
              "",
              ""));
    }
    for (int at = 0; at < runs.getFirst().found().of(view.kind()).size(); at++) {
      for (Measured run : runs) {
        Level level = run.found().of(view.kind()).get(at);
        Figure figure = level.metrics().get(metric.id());
        rows.add(
            List.of(
                run.name(),
                strength(level),
                numbers.metric(figure.after().mean()),
                interval(figure.difference()),
                kept(figure.kept()),
                numbers.percent(level.overlap().mean()),
                numbers.percent(level.rankBiased().mean())));
      }
    }
    return new GroupTable(
        List.of(
            texts.of("compare.column.run"),
            texts.of("robustness.column." + view.name()),
            MetricWords.of(texts, metric),
            texts.of("robustness.column.change"),
            texts.of("robustness.column.kept"),
            texts.of("robustness.column.overlap"),
            texts.of("robustness.column.ranks")),
        rows);
  }

  private GroupTable targets(List<Measured> runs) {
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < runs.getFirst().found().of(RobustnessView.TARGET.kind()).size(); at++) {
      for (Measured run : runs) {
        Level level = run.found().of(RobustnessView.TARGET.kind()).get(at);
        Value after = level.target().after();
        rows.add(
            List.of(
                run.name(),
                strength(level),
                numbers.percent(RobustnessCurves.shownBefore(level)),
                numbers.percent(after.mean()),
                percents(after)));
      }
    }
    return new GroupTable(
        List.of(
            texts.of("compare.column.run"),
            texts.of("robustness.column.TARGET"),
            texts.of("robustness.column.before"),
            texts.of("robustness.column.after"),
            texts.of("compare.column.interval")),
        rows);
  }

  private GroupTable items(List<Measured> runs, Metric metric) {
    List<List<String>> rows = new ArrayList<>();
    for (int at = 0; at < runs.getFirst().found().items().size(); at++) {
      for (Measured run : runs) {
        Robustness.ItemGroup group = run.found().items().get(at);
        Value value = group.metrics().get(metric.id());
        rows.add(
            List.of(
                run.name(),
                numbers.count(at + 1),
                texts.of("robustness.range", group.least(), group.most()),
                numbers.count(group.heldOut()),
                numbers.metric(value.mean()),
                texts.of(
                    "robustness.interval",
                    numbers.metric(value.low()),
                    numbers.metric(value.high()))));
      }
    }
    return new GroupTable(
        List.of(
            texts.of("compare.column.run"),
            texts.of("robustness.column.COLD_ITEMS"),
            texts.of("robustness.column.interactions"),
            texts.of("robustness.column.held"),
            MetricWords.of(texts, metric),
            texts.of("compare.column.interval")),
        rows);
  }

  private String strength(Level level) {
    return level.kind().ofShares()
        ? texts.of("robustness.share", level.strength())
        : numbers.count(Math.round(level.strength()));
  }

  private String interval(Value value) {
    return texts.of(
        "robustness.figure",
        numbers.difference(value.mean()),
        numbers.difference(value.low()),
        numbers.difference(value.high()));
  }

  private String kept(Value kept) {
    return Double.isNaN(kept.low()) ? numbers.percent(kept.mean()) : around(kept);
  }

  private String around(Value value) {
    return texts.of("robustness.kept", value.mean(), value.low(), value.high());
  }

  private String percents(Value value) {
    return texts.of(
        "robustness.interval", numbers.percent(value.low()), numbers.percent(value.high()));
  }

  /** How it was measured. */
  String made(List<Measured> runs) {
    Robustness first = runs.getFirst().found();
    RobustnessSettings settings = first.settings();
    String made =
        texts.of(
            "robustness.made", first.users(), settings.rounds(), String.valueOf(settings.seed()));
    return first.without() == 0 ? made : made + texts.of("robustness.without", first.without());
  }

  /** Which run keeps most and which least, and for which the figures mean something else. */
  String summary(List<Measured> runs, RobustnessView view, Metric metric) {
    List<String> sentences = new ArrayList<>();
    List<Measured> reading = runs.stream().filter(run -> !run.found().deaf()).toList();
    if (!view.measuresItself() && reading.size() > 1) {
      sentences.add(most(reading, view, metric));
    }
    List<Measured> deaf = runs.stream().filter(run -> run.found().deaf()).toList();
    if (!deaf.isEmpty()) {
      sentences.add(texts.of("robustness.deaf", names(deaf)));
    }
    for (Measured run : runs) {
      if (run.found().stored() && !run.found().deaf()) {
        sentences.add(
            texts.of(
                "robustness.stored",
                run.name(),
                MetricWords.of(texts, metric),
                numbers.metric(run.found().usual().get(metric.id()).mean()),
                numbers.metric(run.found().alone().get(metric.id()).mean())));
      }
    }
    return String.join(texts.of("robustness.blank"), sentences);
  }

  private String names(List<Measured> runs) {
    return runs.stream().map(Measured::name).collect(Collectors.joining(texts.of("list.comma")));
  }

  private String most(List<Measured> runs, RobustnessView view, Metric metric) {
    Comparator<Measured> byKept =
        Comparator.comparingDouble(run -> strongest(run, view, metric).kept().mean());
    Measured best = runs.stream().max(byKept).orElseThrow();
    Measured worst = runs.stream().min(byKept).orElseThrow();
    Level level = best.found().of(view.kind()).getLast();
    return texts.of(
        "robustness.most." + view.name(),
        strength(level),
        best.name(),
        around(strongest(best, view, metric).kept()),
        worst.name(),
        around(strongest(worst, view, metric).kept()),
        MetricWords.of(texts, metric));
  }

  private static Figure strongest(Measured run, RobustnessView view, Metric metric) {
    return run.found().of(view.kind()).getLast().metrics().get(metric.id());
  }
}
