package io.aisle.core.robustness;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.evaluation.ListJudge;
import io.aisle.core.robustness.Robustness.ItemGroup;
import io.aisle.core.robustness.Robustness.Value;
import io.aisle.domain.model.Metric;
import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What lists are worth on held-out items of different popularity: fifths of the held-out events by
 * the training interactions of their items. Items of one popularity are in one group, so that there
 * may be fewer than five.
 *
 * @param popularity training interactions of each item
 * @param seed of the intervals
 */
record ColdItems(int[] popularity, long seed) {
  private static final int GROUPS = 5;

  /**
   * @param stage with the truth of the users that were asked
   * @param lists of the same users
   */
  List<ItemGroup> of(EvaluationStage stage, Evaluation lists) {
    Interactions truth = stage.truth();
    int[][] items = new int[truth.users()][0];
    float[][] scores = new float[truth.users()][0];
    for (int at = 0; at < lists.users().length; at++) {
      items[lists.users()[at]] = lists.lists()[at];
      scores[lists.users()[at]] = lists.scores()[at];
    }
    int[] ascending = Arrays.stream(truth.item()).map(item -> popularity[item]).sorted().toArray();
    List<ItemGroup> groups = new ArrayList<>();
    int from = 0;
    while (from < ascending.length) {
      int wanted = (groups.size() + 1) * ascending.length / GROUPS;
      int to = Math.clamp(wanted, from + 1, ascending.length);
      while (to < ascending.length && ascending[to] == ascending[to - 1]) {
        to++;
      }
      groups.add(group(stage, lists, items, scores, ascending[from], ascending[to - 1]));
      from = to;
    }
    return groups;
  }

  private ItemGroup group(
      EvaluationStage stage,
      Evaluation lists,
      int[][] items,
      float[][] scores,
      int least,
      int most) {
    Interactions truth = stage.truth();
    int[] users = IntStream.range(0, truth.users()).filter(u -> truth.length(u) > 0).toArray();
    Interactions own = Histories.of(truth, users, at -> between(truth.row(users[at]), least, most));
    Evaluation judged =
        ListJudge.judge(
            new EvaluationStage(stage.history(), stage.seen(), own),
            items,
            scores,
            lists.metrics(),
            popularity);
    Columns columns = new Columns();
    List<Metric> metrics = lists.metrics();
    for (int metric = 0; metric < metrics.size(); metric++) {
      int column = metric;
      columns.add(Arrays.stream(judged.perUser()).mapToDouble(user -> user[column]).toArray());
    }
    Columns.Resampled resampled = columns.resample(seed);
    Map<String, Value> values = new LinkedHashMap<>();
    for (int metric = 0; metric < metrics.size(); metric++) {
      values.put(metrics.get(metric).id(), resampled.value(metric));
    }
    return new ItemGroup(least, most, own.size(), judged.users().length, values);
  }

  private Changed between(int[] row, int least, int most) {
    int[] places =
        IntStream.range(0, row.length)
            .filter(at -> popularity[row[at]] >= least && popularity[row[at]] <= most)
            .toArray();
    return new Changed(Arrays.stream(places).map(at -> row[at]).toArray(), places, 0);
  }
}
