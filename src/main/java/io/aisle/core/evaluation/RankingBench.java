package io.aisle.core.evaluation;

import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.FactorScorer;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.KernelBench;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Full ranking in fixed shapes: random factors of width 64, 50,000 items, the top 20 of each user
 * with one seen item masked and NDCG computed, as every evaluation of a factor model does it.
 */
public final class RankingBench {
  private static final int ITEMS = 50_000;
  private static final int WIDTH = 64;
  private static final int TOP = 20;

  private final Parallel parallel;
  private final CancelSignal cancel;
  private final EvaluationStage stage;
  private final FactorScorer scorer;

  /**
   * @param users ranked in a round
   */
  public RankingBench(int users, Parallel parallel, CancelSignal cancel) {
    this.parallel = parallel;
    this.cancel = cancel;
    SplittableRandom random = new SplittableRandom(1);
    Interactions seen = oneEach(users, random);
    this.stage = new EvaluationStage(seen, seen, oneEach(users, random));
    float[] factors = normal(users, random);
    this.scorer =
        FactorScorer.of(
            normal(ITEMS, random), ITEMS, WIDTH, (block, out) -> copy(factors, block, out));
  }

  /**
   * One round; the first ones warm the compiler up.
   *
   * @return speed, and the share of {@link KernelBench#peak} that the products of the factors make
   */
  public Result measure() {
    Evaluator evaluator =
        new Evaluator(ProtocolSpec.DEFAULTS, 0, parallel, cancel, ProgressListener.NONE);
    Metric metric = new Metric(MetricKind.NDCG, TOP);
    int[] popularity = stage.history().itemCounts();
    long start = System.nanoTime();
    int users = evaluator.evaluate(scorer, stage, List.of(metric), TOP, popularity).users().length;
    double rate = users * 1e9 / (System.nanoTime() - start);
    return new Result(rate, rate * 2 * ITEMS * WIDTH / KernelBench.peak(parallel));
  }

  /**
   * What a round gave.
   *
   * @param shareOfPeak in [0, 1]
   */
  public record Result(double usersPerSecond, double shareOfPeak) {}

  private static Interactions oneEach(int users, SplittableRandom random) {
    int[] offsets = new int[users + 1];
    int[] item = new int[users];
    float[] value = new float[users];
    Arrays.setAll(offsets, user -> user);
    Arrays.setAll(item, user -> random.nextInt(ITEMS));
    Arrays.fill(value, 1);
    return new Interactions(users, ITEMS, offsets, item, value, new long[0]);
  }

  private static float[] normal(int rows, SplittableRandom random) {
    float[] factors = new float[rows * WIDTH];
    for (int k = 0; k < factors.length; k++) {
      factors[k] = (float) random.nextGaussian();
    }
    return factors;
  }

  private static void copy(float[] factors, HistoryBlock block, float[] out) {
    for (int r = 0; r < block.size(); r++) {
      System.arraycopy(factors, block.user()[r] * WIDTH, out, r * WIDTH, WIDTH);
    }
  }
}
