package io.aisle.core.evaluation;

import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.model.Scorer;
import java.util.Arrays;

/** Measures how many users a second are ranked and judged, all metrics at the usual depths. */
public final class EvaluationBench {
  private EvaluationBench() {}

  /**
   * What was measured.
   *
   * @param usersPerSecond median over the rounds
   * @param evaluated users of a round
   * @param rounds timed rounds
   */
  public record Result(double usersPerSecond, int evaluated, int rounds) {}

  /**
   * Evaluates a stage again and again; rounds before the timed ones warm the compiler up.
   *
   * @param scorer a fitted model of the stage's shape
   * @param warmUps rounds that are not timed
   * @param rounds timed rounds, at least 1
   */
  public static Result measure(
      Scorer scorer,
      EvaluationStage stage,
      Parallel parallel,
      int warmUps,
      int rounds,
      CancelSignal cancel) {
    ProtocolSpec protocol = ProtocolSpec.DEFAULTS;
    Evaluator evaluator = new Evaluator(protocol, 0, parallel, cancel, ProgressListener.NONE);
    int[] popularity = stage.history().itemCounts();
    double[] rates = new double[rounds];
    int users = 0;
    for (int round = -warmUps; round < rounds; round++) {
      long start = System.nanoTime();
      Evaluation evaluation =
          evaluator.evaluate(scorer, stage, protocol.all(), protocol.listDepth(), popularity);
      double seconds = (System.nanoTime() - start) / 1e9;
      users = evaluation.users().length;
      if (round >= 0) {
        rates[round] = users / seconds;
      }
    }
    Arrays.sort(rates);
    return new Result(rates[rounds / 2], users, rounds);
  }
}
