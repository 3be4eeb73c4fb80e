package io.aisle.core.report;

import io.aisle.core.comparison.Agreement;
import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.GroupReport;
import io.aisle.core.comparison.Grouping;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is found in the lists of the runs rather than in their metrics.
 *
 * @param agreement between each two runs; empty for one run alone
 * @param groups thirds of the users, where the metric has a value for each, and of the items
 * @param problem why there is nothing, as the reader found it; "" when there is
 */
record ListFigures(Optional<Agreement> agreement, List<GroupReport> groups, String problem) {
  /** Places of a list that the overlap looks at. */
  private static final int DEPTH = 10;

  /** A report of runs whose lists or data went missing says so and holds all else. */
  static ListFigures read(ComparisonService service, Comparison comparison, Metric metric) {
    List<RunFolder> runs = comparison.rows().stream().map(Comparison.Row::folder).toList();
    try {
      Optional<Agreement> agreement =
          runs.size() < 2
              ? Optional.empty()
              : Optional.of(service.agreement(runs, DEPTH, CancelSignal.NEVER));
      List<GroupReport> groups = new ArrayList<>();
      for (Grouping.Side side : Grouping.Side.values()) {
        if (side == Grouping.Side.ITEMS || metric.perUser()) {
          groups.add(service.groups(runs, Grouping.thirds(side), metric, CancelSignal.NEVER));
        }
      }
      return new ListFigures(agreement, groups, "");
    } catch (InputException e) {
      return new ListFigures(Optional.empty(), List.of(), e.getMessage());
    }
  }
}
