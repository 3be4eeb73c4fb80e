package io.aisle.core.lists;

import io.aisle.core.evaluation.EvaluationStage;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.training.OpenRun;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.FusionSpec;
import io.aisle.domain.job.Progress;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.metric.RankingMetrics;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.rerank.FusedScorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses weights by NDCG@10 on the validation part alone, among all weights of a grid that add up
 * to 1; the test part is not looked at. Every model is asked once for each user. Of equal weights
 * the first of the grid wins. Candidates are the whole catalogue.
 */
final class FuseTuner {
  private static final Metric METRIC = new Metric(MetricKind.NDCG, 10);

  /** Multiplications that choosing may cost; with more users, evenly spaced ones are asked. */
  private static final double MOST_WORK = 2e10;

  private static final int BLOCK = 16;

  private final List<OpenRun> runs;
  private final FusionSpec.Method method;
  private final WorkerContext context;

  FuseTuner(List<OpenRun> runs, FusionSpec.Method method, WorkerContext context) {
    this.runs = runs;
    this.method = method;
    this.context = context;
  }

  /**
   * @throws InputException when there is no validation part
   */
  List<Double> best() {
    OpenRun first = runs.getFirst();
    EvaluationStage stage = EvaluationStage.validation(first.data().split());
    if (stage.truth().size() == 0) {
      throw new InputException(
          "%s has no validation part to choose weights on; name them with --weights"
              .formatted(first.folder().path()));
    }
    List<List<Double>> grid = grid(runs.size());
    int[] users = users(stage.truth(), grid.size());
    FusedScorer scorer =
        FuseOp.scorer(runs, new FusionSpec(method, Collections.nCopies(runs.size(), 1.0)));
    double[] sums = new double[grid.size()];
    for (int from = 0; from < users.length; from += BLOCK) {
      context.check();
      context.at(new Progress("weighing", from, users.length));
      int to = Math.min(users.length, from + BLOCK);
      judge(scorer, stage, users, from, to, grid, sums);
    }
    int best = 0;
    for (int at = 1; at < sums.length; at++) {
      best = sums[at] > sums[best] ? at : best;
    }
    return grid.get(best);
  }

  private void judge(
      FusedScorer scorer,
      EvaluationStage stage,
      int[] users,
      int from,
      int to,
      List<List<Double>> grid,
      double[] sums) {
    HistoryBlock block = HistoryBlock.of(stage.history(), users, from, to);
    List<float[]> parts = new ArrayList<>();
    for (int model = 0; model < runs.size(); model++) {
      parts.add(scorer.contribution(model, block));
    }
    OpenRun first = runs.getFirst();
    int items = scorer.items();
    first
        .compute()
        .parallel()
        .forRange(
            0,
            grid.size(),
            1,
            (start, end, worker) -> {
              TopK top = new TopK(METRIC.k(), new TieBreak(first.record().seed()));
              RankingMetrics metrics = new RankingMetrics(List.of(METRIC), new double[items]);
              float[] row = new float[items];
              for (int at = start; at < end; at++) {
                for (int user = from; user < to; user++) {
                  mix(parts, grid.get(at), (user - from) * items, row);
                  sums[at] += worth(row, stage, users[user], top, metrics);
                }
              }
            });
  }

  private static void mix(List<float[]> parts, List<Double> weights, int from, float[] row) {
    Arrays.fill(row, 0);
    for (int model = 0; model < parts.size(); model++) {
      float weight = weights.get(model).floatValue();
      float[] part = parts.get(model);
      for (int item = 0; item < row.length; item++) {
        row[item] += weight * part[from + item];
      }
    }
  }

  private double worth(
      float[] row, EvaluationStage stage, int user, TopK top, RankingMetrics metrics) {
    if (runs.getFirst().protocol().excludeSeen()) {
      for (int item : stage.seen().row(user)) {
        row[item] = Float.NEGATIVE_INFINITY;
      }
    }
    int length = top.select(row, 0, row.length);
    int[] list = IntStream.range(0, length).map(top::item).toArray();
    Interactions truth = stage.truth();
    double[] value = new double[1];
    metrics.judge(
        list, length, truth.item(), truth.offsets()[user], truth.offsets()[user + 1], value);
    return Double.isNaN(value[0]) ? 0 : value[0];
  }

  private int[] users(Interactions truth, int grid) {
    int[] all = IntStream.range(0, truth.users()).filter(user -> truth.length(user) > 0).toArray();
    double work = (double) truth.items() * grid * runs.size();
    int most = (int) Math.clamp(MOST_WORK / work, 1, all.length);
    return IntStream.range(0, most).map(at -> all[(int) ((long) at * all.length / most)]).toArray();
  }

  /** All weights in steps of a tenth for two or three runs, in larger steps for more. */
  static List<List<Double>> grid(int models) {
    int steps = models <= 3 ? 10 : models == 4 ? 6 : models == 5 ? 4 : 3;
    List<List<Double>> grid = new ArrayList<>();
    fill(grid, new int[models], 0, steps, steps);
    return grid;
  }

  private static void fill(List<List<Double>> grid, int[] parts, int at, int left, int steps) {
    if (at == parts.length - 1) {
      parts[at] = left;
      grid.add(IntStream.of(parts).mapToObj(part -> (double) part / steps).toList());
      return;
    }
    for (int part = left; part >= 0; part--) {
      parts[at] = part;
      fill(grid, parts, at + 1, left - part, steps);
    }
  }
}
