package io.aisle.core.comparison;

import io.aisle.core.training.RunData;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TopRow;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import io.aisle.ml.rerank.ExposureMeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists of comparable runs, read into the dense numbers of one of them. */
final class StoredLists {
  private final int depth;
  private final RunData data;
  private final Map<String, Integer> items = new HashMap<>();
  private final int[] popularity;
  private final double historyPopularity;

  /**
   * @param reference whose data are read; those of comparable runs are the same
   * @param depth places of each list that count
   */
  StoredLists(RunFolder reference, int depth) {
    this.depth = depth;
    this.data = reference.loadData();
    for (String item : data.catalogue().items()) {
      items.put(item, items.size());
    }
    this.popularity = data.split().train().itemCounts();
    List<int[]> histories = new ArrayList<>();
    for (int user = 0; user < data.split().train().users(); user++) {
      if (data.split().test().length(user) > 0) {
        histories.add(data.split().train().row(user));
      }
    }
    this.historyPopularity = ExposureMeter.popularity(histories, popularity);
  }

  /** The lists of a run by user, best first, cut to the depth. */
  Map<String, int[]> read(RunFolder run) {
    Map<String, int[]> lists = new LinkedHashMap<>();
    for (TopRow row : run.top()) {
      if (row.rank() > depth) {
        continue;
      }
      Integer item = items.get(row.item());
      if (item == null) {
        throw new InputException(
            "%s lists the item '%s', which its data do not have; run the experiment again"
                .formatted(run.topFile(), row.item()));
      }
      int[] list = lists.getOrDefault(row.user(), new int[0]);
      int[] longer = Arrays.copyOf(list, list.length + 1);
      longer[list.length] = item;
      lists.put(row.user(), longer);
    }
    return lists;
  }

  BeyondAccuracy look(RunFolder run, Map<String, int[]> lists, Map<String, int[]> reference) {
    int[] exposure = new int[popularity.length];
    lists.values().forEach(list -> Arrays.stream(list).forEach(item -> exposure[item]++));
    double overlap =
        lists.entrySet().stream()
            .mapToDouble(
                each ->
                    BeyondAccuracy.overlap(
                        each.getValue(), reference.getOrDefault(each.getKey(), new int[0])))
            .average()
            .orElse(Double.NaN);
    RunRecord record = run.record();
    return new BeyondAccuracy(
        run,
        depth,
        reported(record, MetricKind.COVERAGE),
        reported(record, MetricKind.NOVELTY),
        ExposureMeter.gini(exposure),
        ExposureMeter.popularity(lists.values(), popularity) / historyPopularity,
        overlap);
  }

  private double reported(RunRecord run, MetricKind kind) {
    Double value = run.metrics().test().get(new Metric(kind, depth).id());
    return value == null ? Double.NaN : value;
  }
}
