package io.aisle.core.tuning;

import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.TrialSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination of the values of a space. A range that does not say how many points it has is
 * divided as finely as the budget allows, into at least two.
 */
final class Grid {
  private static final int LEAST = 2;

  private final Map<String, List<Object>> model = new LinkedHashMap<>();
  private final Map<String, List<Object>> training = new LinkedHashMap<>();

  /**
   * @param budget trials allowed; the grid may be larger all the same
   */
  Grid(Search.Candidate candidate, int budget) {
    int points = LEAST;
    fill(candidate, points);
    while (size() <= budget && points < budget) {
      long before = size();
      fill(candidate, points + 1);
      if (size() > budget) {
        fill(candidate, points);
        break;
      }
      points++;
      if (size() == before && points > 2 * LEAST) {
        break; // nothing is left to divide
      }
    }
  }

  private void fill(Search.Candidate candidate, int points) {
    candidate
        .space()
        .model()
        .forEach(
            (name, range) ->
                model.put(
                    name, values(range, points, (Record) candidate.experiment().model(), name)));
    candidate
        .space()
        .training()
        .forEach(
            (name, range) ->
                training.put(name, values(range, points, candidate.experiment().training(), name)));
  }

  private static List<Object> values(ParameterRange range, int points, Record record, String name) {
    return switch (range) {
      case ParameterRange.Choices choices -> choices.values().stream().distinct().toList();
      case ParameterRange.Between between ->
          Draws.spread(between, between.points() > 0 ? between.points() : points, record, name);
    };
  }

  /** Combinations. */
  long size() {
    return size(Integer.MAX_VALUE);
  }

  private long size(int most) {
    long size = 1;
    for (Map<String, List<Object>> section : List.of(model, training)) {
      for (List<Object> values : section.values()) {
        size = Math.min(1_000_000_000_000L, size * Math.min(most, values.size()));
      }
    }
    return size;
  }

  /** The most values of each parameter with which the grid keeps to a budget; at least 1. */
  int fitting(int budget) {
    int most = 1;
    while (size(most + 1) <= budget && most < budget) {
      most++;
    }
    return most;
  }

  /** The combinations; the last parameter changes fastest. */
  List<TrialSettings> settings() {
    List<TrialSettings> all = new ArrayList<>();
    for (Map<String, Object> ofModel : combinations(model)) {
      for (Map<String, Object> ofTraining : combinations(training)) {
        all.add(new TrialSettings(ofModel, ofTraining));
      }
    }
    return all;
  }

  private static List<Map<String, Object>> combinations(Map<String, List<Object>> section) {
    List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<String, List<Object>> each : section.entrySet()) {
      List<Map<String, Object>> longer = new ArrayList<>();
      for (Map<String, Object> start : all) {
        for (Object value : each.getValue()) {
          Map<String, Object> next = new LinkedHashMap<>(start);
          next.put(each.getKey(), value);
          longer.add(next);
        }
      }
      all = longer;
    }
    return all;
  }
}
