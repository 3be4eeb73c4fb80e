package io.aisle.core.evaluation;

import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.model.Metric;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.metric.RankingMetrics;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import io.aisle.ml.rerank.Ranked;
import io.aisle.ml.rerank.Reranker;
import java.util.Arrays;
import java.util.List;

/** Makes and judges lists from scores on one thread: masks, selects the top, computes metrics. */
final class ListMaker {
  private final EvaluationStage stage;
  private final boolean excludeSeen;
  private final CandidateSampler sampler;
  private final int depth;
  private final Reranker reranker;
  private final TopK top;
  private final RankingMetrics judge;
  private final int columns;
  private final EvaluatedLists lists;

  ListMaker(
      ProtocolSpec protocol,
      EvaluationStage stage,
      TieBreak ties,
      int depth,
      EvaluatedLists lists,
      List<Metric> metrics,
      double[] selfInformation,
      Reranker reranker) {
    this.stage = stage;
    this.excludeSeen = protocol.excludeSeen();
    this.sampler =
        protocol.candidates().isPresent()
            ? new CandidateSampler(protocol.candidates().getAsInt(), stage.truth().items())
            : null;
    this.depth = depth;
    this.reranker = reranker;
    this.top = new TopK(reranker.depth(depth), ties);
    this.judge = new RankingMetrics(metrics, selfInformation);
    this.columns = metrics.size();
    this.lists = lists;
  }

  /**
   * Makes the lists of a few evaluated users.
   *
   * @param scores the block's scores, row-major; masked in place
   * @param first the evaluated user of the first row
   * @param from first evaluated user to be treated
   * @param to behind the last
   */
  void make(float[] scores, int first, int from, int to) {
    for (int at = from; at < to; at++) {
      make(scores, (at - first) * stage.truth().items(), at);
    }
  }

  private void make(float[] scores, int row, int at) {
    int user = lists.users()[at];
    Interactions truth = stage.truth();
    if (excludeSeen) {
      mask(stage.seen(), scores, row, user);
    }
    if (sampler != null) {
      sampler.keepCandidates(scores, row, user, truth);
    }
    reranker.mask(scores, row);
    int length = top.select(scores, row, truth.items());
    int[] list = new int[length];
    float[] listScores = new float[length];
    for (int rank = 0; rank < length; rank++) {
      list[rank] = top.item(rank);
      listScores[rank] = top.score(rank);
    }
    if (!reranker.changesNothing()) {
      Ranked ranked =
          reranker.rerank(list, listScores, item -> scores[row + item] != Float.NEGATIVE_INFINITY);
      length = Math.min(depth, ranked.size());
      list = Arrays.copyOf(ranked.items(), length);
      listScores = Arrays.copyOf(ranked.values(), length);
    }
    double[] values = new double[columns];
    judge.judge(
        list, length, truth.item(), truth.offsets()[user], truth.offsets()[user + 1], values);
    lists.put(at, list, listScores, values);
  }

  private static void mask(Interactions part, float[] scores, int row, int user) {
    for (int i = part.offsets()[user]; i < part.offsets()[user + 1]; i++) {
      scores[row + part.item()[i]] = Float.NEGATIVE_INFINITY;
    }
  }
}
