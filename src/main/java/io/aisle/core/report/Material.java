package io.aisle.core.report;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.Comparison.Row;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.training.EpochLine;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page is made from.
 *
 * @param names how each run is called in the page; no two alike
 * @param colours colour number of each run
 * @param epochs learning curve of each run; empty where there is none
 * @param users per-user metrics of each run
 * @param lists what is found in the lists of the runs
 */
record Material(
    Comparison comparison,
    List<String> names,
    int[] colours,
    List<List<EpochLine>> epochs,
    List<PerUserTable> users,
    ListFigures lists) {

  /** Reads what the report needs beside the comparison. */
  static Material of(Comparison comparison, ComparisonService service) {
    List<Row> rows = comparison.rows();
    return new Material(
        comparison,
        names(rows),
        comparison.colours(),
        rows.stream().map(row -> row.folder().epochs()).toList(),
        rows.stream().map(row -> row.folder().perUser()).toList(),
        ListFigures.read(service, comparison, primary(comparison)));
  }

  /** Runs of one name are told apart by their folders, or else by numbers. */
  private static List<String> names(List<Row> rows) {
    Map<String, Integer> count = new HashMap<>();
    rows.forEach(row -> count.merge(row.record().name(), 1, Integer::sum));
    List<String> names = new ArrayList<>();
    for (Row row : rows) {
      String name = row.record().name();
      if (count.get(name) > 1) {
        name = name + " (" + row.folder().name() + ")";
      }
      String unique = name;
      for (int n = 2; names.contains(unique); n++) {
        unique = name + " #" + n;
      }
      names.add(unique);
    }
    return names;
  }

  List<Row> rows() {
    return comparison.rows();
  }

  RunRecord record(int run) {
    return rows().get(run).record();
  }

  int size() {
    return rows().size();
  }

  /** The reference is the first run. */
  String reference() {
    return names.getFirst();
  }

  /** NDCG@10 where it was measured, else the first metric. */
  Metric primary() {
    return primary(comparison);
  }

  private static Metric primary(Comparison comparison) {
    Metric usual = new Metric(MetricKind.NDCG, 10);
    return comparison.metrics().contains(usual) ? usual : comparison.metrics().getFirst();
  }

  /** The run with the highest mean of the primary metric. */
  int best() {
    int best = 0;
    for (int run = 1; run < size(); run++) {
      if (mean(run) > mean(best)) {
        best = run;
      }
    }
    return best;
  }

  private double mean(int run) {
    return rows().get(run).estimates().get(primary()).mean();
  }
}
