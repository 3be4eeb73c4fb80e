package io.aisle.core.evaluation;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Predictor;
import java.util.Arrays;

/** Asks a model for its predictions, block by block. Does not depend on the number of threads. */
public final class PredictionMaker {
  private static final int BLOCK = 512;
  private static final int BLOCKS_PER_ROUND = 8;

  private final Parallel parallel;
  private final CancelSignal cancel;
  private final ProgressListener progress;

  /**
   * @param cancel looked at between rounds of blocks
   * @param progress phase "predicting", in rows
   */
  public PredictionMaker(Parallel parallel, CancelSignal cancel, ProgressListener progress) {
    this.parallel = parallel;
    this.cancel = cancel;
    this.progress = progress;
  }

  /**
   * @param history what each user is known by
   * @throws io.aisle.domain.job.CancelledException between two rounds, after the signal was raised
   */
  public Predictions predict(Predictor predictor, Interactions history, PredictionRows rows) {
    int[] users = users(rows);
    float[] out = new float[rows.size()];
    int threads = predictor.concurrent() ? parallel.threads() : 1;
    int round = BLOCK * BLOCKS_PER_ROUND * threads;
    for (int start = 0; start < out.length; start = Math.min(out.length, start + round)) {
      cancel.check();
      progress.at(new Progress("predicting", start, out.length));
      int end = Math.min(out.length, start + round);
      if (predictor.concurrent()) {
        parallel.forRange(
            start,
            end,
            BLOCK,
            (from, to, _) -> predict(predictor, history, rows, users, from, to, out));
      } else {
        for (int from = start; from < end; from += BLOCK) {
          predict(predictor, history, rows, users, from, Math.min(end, from + BLOCK), out);
        }
      }
    }
    return new Predictions(predictor.target(), rows, out);
  }

  private static void predict(
      Predictor predictor,
      Interactions history,
      PredictionRows rows,
      int[] users,
      int from,
      int to,
      float[] out) {
    float[] block = new float[to - from];
    predictor.predict(
        HistoryBlock.of(history, users, from, to),
        Arrays.copyOfRange(rows.item(), from, to),
        Arrays.copyOfRange(rows.time(), from, to),
        block);
    System.arraycopy(block, 0, out, from, block.length);
  }

  /** The user of each row. */
  private static int[] users(PredictionRows rows) {
    int[] users = new int[rows.size()];
    for (int user = 0; user < rows.users(); user++) {
      Arrays.fill(users, rows.offsets()[user], rows.offsets()[user + 1], user);
    }
    return users;
  }
}
