package io.aisle.core.evaluation;

import io.aisle.domain.model.Metric;
import io.aisle.ml.metric.RankingMetrics;
import java.util.List;

/** Judges lists that were made elsewhere by the same definitions as a model's own lists. */
public final class ListJudge {
  private ListJudge() {}

  /**
   * Judges one list for each user with truth; the others' lists are not looked at.
   *
   * @param lists {@code [user][rank]} items, best first, none twice; empty for a user who got none
   * @param scores {@code [user][rank]} as long as the lists
   * @param itemPopularity training interactions of each item, for novelty
   */
  public static Evaluation judge(
      EvaluationStage stage,
      int[][] lists,
      float[][] scores,
      List<Metric> metrics,
      int[] itemPopularity) {
    EvaluatedLists evaluated = new EvaluatedLists(stage, metrics);
    RankingMetrics judge =
        new RankingMetrics(
            metrics, RankingMetrics.selfInformation(itemPopularity, stage.truth().users()));
    int[] users = evaluated.users();
    int[] offsets = stage.truth().offsets();
    for (int at = 0; at < users.length; at++) {
      int user = users[at];
      double[] values = new double[metrics.size()];
      judge.judge(
          lists[user],
          lists[user].length,
          stage.truth().item(),
          offsets[user],
          offsets[user + 1],
          values);
      evaluated.put(at, lists[user], scores[user], values);
    }
    return evaluated.finish(itemPopularity.length);
  }
}
