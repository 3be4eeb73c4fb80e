package io.aisle.ui.training;

import io.aisle.core.comparison.Palette;
import io.aisle.core.training.ParamsCodec;
import io.aisle.core.tuning.Winners;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.ParallelChart;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Trials as rows of a table, as lines over axes and as a curve of the best so far. */
final class SearchPictures {
  private final Texts texts;

  SearchPictures(Texts texts) {
    this.texts = texts;
  }

  /**
   * Trials with a value first, the best first; then those under way, those that failed, the rest.
   */
  List<TrialRow> rows(Search search, List<Trial> trials) {
    List<Trial> winners = Winners.ofEachModel(search, trials);
    List<Trial> ordered = new ArrayList<>(Winners.ranked(search, trials));
    for (Trial.State state :
        List.of(Trial.State.RUNNING, Trial.State.FAILED, Trial.State.WAITING)) {
      trials.stream()
          .filter(trial -> trial.state() == state && trial.results().isEmpty())
          .forEach(ordered::add);
    }
    return ordered.stream()
        .map(
            trial ->
                new TrialRow(
                    trial,
                    texts.of("model." + trial.kind().id()),
                    settings(trial),
                    winners.contains(trial)))
        .toList();
  }

  private String settings(Trial trial) {
    if (!trial.failure().isEmpty()) {
      return texts.sentence(trial.failure());
    }
    return trial.settings().all().isEmpty()
        ? texts.of("search.as.form")
        : trial.settings().all().entrySet().stream()
            .map(each -> texts.word("param.", each.getKey()) + " " + word(each.getValue()))
            .collect(Collectors.joining(texts.of("list.comma")));
  }

  private String word(Object value) {
    return value instanceof String text ? texts.word("choice.", text) : String.valueOf(value);
  }

  /** The best value after each trial that came to one. */
  List<CurveChart.Curve> best(Search search, List<Trial> trials) {
    List<CurveChart.Curve> curves = new ArrayList<>();
    for (Search.Candidate candidate : search.candidates()) {
      ModelKind kind = candidate.experiment().model().kind();
      double[] values =
          trials.stream()
              .filter(trial -> trial.kind() == kind && !trial.results().isEmpty())
              .mapToDouble(Trial::value)
              .toArray();
      for (int at = 1; at < values.length; at++) {
        values[at] =
            search.metric().better(values[at], values[at - 1]) ? values[at] : values[at - 1];
      }
      curves.add(new CurveChart.Curve(texts.of("model." + kind.id()), Palette.of(kind), values));
    }
    return curves;
  }

  /** The configurations of one model. */
  ParallelChart.Content lines(Search search, List<Trial> trials, ModelKind kind) {
    Search.Candidate candidate =
        search.candidates().stream()
            .filter(each -> each.experiment().model().kind() == kind)
            .findFirst()
            .orElseThrow();
    Map<String, ParameterRange> ranges = new LinkedHashMap<>(candidate.space().model());
    ranges.putAll(candidate.space().training());
    List<ParallelChart.Dimension> dimensions = new ArrayList<>();
    ranges.forEach((name, range) -> dimensions.add(dimension(name, range)));
    dimensions.add(new ParallelChart.Dimension(search.metric().id(), false, List.of()));
    List<ParallelChart.Line> lines = new ArrayList<>();
    for (Trial trial : trials) {
      if (trial.kind() == kind && !trial.results().isEmpty()) {
        lines.add(
            new ParallelChart.Line(
                trial.number(),
                texts.of("search.trial", trial.number()),
                Palette.of(kind),
                values(trial, candidate.experiment(), ranges)));
      }
    }
    return new ParallelChart.Content(dimensions, lines);
  }

  private ParallelChart.Dimension dimension(String name, ParameterRange range) {
    return switch (range) {
      case ParameterRange.Between between ->
          new ParallelChart.Dimension(
              texts.word("param.", name), between.scale() == ParameterRange.Scale.LOG, List.of());
      case ParameterRange.Choices choices ->
          new ParallelChart.Dimension(
              texts.word("param.", name),
              false,
              choices.values().stream().map(this::word).toList());
    };
  }

  private static double[] values(
      Trial trial, Experiment experiment, Map<String, ParameterRange> ranges) {
    Map<String, Object> own = ParamsCodec.toMap((Record) experiment.model());
    own.putAll(ParamsCodec.toMap(experiment.training()));
    own.putAll(trial.settings().all());
    double[] values = new double[ranges.size() + 1];
    int at = 0;
    for (Map.Entry<String, ParameterRange> each : ranges.entrySet()) {
      values[at++] = value(own.get(each.getKey()), each.getValue());
    }
    values[at] = trial.value();
    return values;
  }

  /** A number as it is, a choice by its place; NaN where it is none of them. */
  private static double value(Object value, ParameterRange range) {
    if (range instanceof ParameterRange.Choices choices) {
      for (int at = 0; at < choices.values().size(); at++) {
        if (same(choices.values().get(at), value)) {
          return at;
        }
      }
      return Double.NaN;
    }
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  private static boolean same(Object one, Object other) {
    return one instanceof Number a && other instanceof Number b
        ? a.doubleValue() == b.doubleValue()
        : String.valueOf(one).equalsIgnoreCase(String.valueOf(other));
  }
}
