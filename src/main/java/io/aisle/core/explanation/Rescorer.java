package io.aisle.core.explanation;

import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.model.Scorer;
import java.util.List;

/** Scores changed histories, many at a time. Confined to the worker's thread. */
final class Rescorer {
  /** Scores held at a time. */
  private static final int SCORES_PER_BLOCK = 1 << 20;

  private static final int MOST_ROWS = 256;

  private final Scorer scorer;
  private final CancelSignal cancel;

  Rescorer(Scorer scorer, CancelSignal cancel) {
    this.scorer = scorer;
    this.cancel = cancel;
  }

  /** Takes the scores of one history. */
  @FunctionalInterface
  interface RowSink {
    /**
     * @param row index of the history
     * @param scores {@code [.., items]}, to be read during the call
     * @param from where the row's scores start
     */
    void row(int row, float[] scores, int from);
  }

  /** Scores the catalogue for each history, in their order. */
  void each(List<Past> histories, RowSink sink) {
    int items = scorer.items();
    int block = Math.clamp(SCORES_PER_BLOCK / Math.max(1, items), 1, MOST_ROWS);
    for (int from = 0; from < histories.size(); from += block) {
      cancel.check();
      List<Past> rows = histories.subList(from, Math.min(histories.size(), from + block));
      float[] scores = new float[rows.size() * items];
      scorer.scoreAll(Past.block(rows), scores);
      for (int r = 0; r < rows.size(); r++) {
        sink.row(from + r, scores, r * items);
      }
    }
  }

  /** The standard deviation of a row of scores. */
  static double deviation(float[] scores, int from, int items) {
    double sum = 0;
    double squares = 0;
    for (int item = 0; item < items; item++) {
      sum += scores[from + item];
      squares += (double) scores[from + item] * scores[from + item];
    }
    double mean = sum / items;
    return Math.sqrt(Math.max(0, squares / items - mean * mean));
  }
}
