package io.aisle.core.explanation;

import io.aisle.core.training.OpenRun;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.metric.TopK;
import java.util.Arrays;

/**
 * What a user may be given, and where an item stands among it by scores alone.
 *
 * @param masked {@code [items]} what is never listed: what was seen, where the protocol says so,
 *     and what rules block
 * @param ties decides among equal scores, as in the run's lists
 */
record Candidates(boolean[] masked, TieBreak ties) {
  static Candidates of(OpenRun run, int user) {
    boolean[] masked = blocked(run);
    if (run.protocol().excludeSeen()) {
      for (int item : run.seen(user)) {
        masked[item] = true;
      }
    }
    return new Candidates(masked, run.ties());
  }

  /** What the rules of a run block. */
  static boolean[] blocked(OpenRun run) {
    float[] row = new float[run.scorer().items()];
    run.reranker().mask(row, 0);
    boolean[] blocked = new boolean[row.length];
    for (int item = 0; item < row.length; item++) {
      blocked[item] = row[item] == Float.NEGATIVE_INFINITY;
    }
    return blocked;
  }

  /** The same when a history lost and gained items: what is taken away may be given again. */
  Candidates after(int[] removed, int[] added) {
    boolean[] next = masked.clone();
    Arrays.stream(removed).forEach(item -> next[item] = false);
    Arrays.stream(added).forEach(item -> next[item] = true);
    return new Candidates(next, ties);
  }

  /**
   * The item that comes first; -1 when all are masked.
   *
   * @param from where the row starts
   */
  int best(float[] scores, int from) {
    int best = -1;
    for (int item = 0; item < masked.length; item++) {
      if (!masked[item] && (best < 0 || before(scores, from, item, best))) {
        best = item;
      }
    }
    return best;
  }

  /**
   * How far an item is above the end of a list that has no place for it: its score less that of the
   * k-th best other, in standard deviations of the row. Nothing is asked of an item that has fewer
   * than k others beside it: 0.
   */
  double lead(float[] scores, int from, int item, int k) {
    float[] others = Arrays.copyOfRange(scores, from, from + masked.length);
    for (int other = 0; other < others.length; other++) {
      others[other] = masked[other] || other == item ? Float.NEGATIVE_INFINITY : others[other];
    }
    TopK top = new TopK(Math.min(k, others.length), ties);
    double spread = Rescorer.deviation(scores, from, masked.length);
    int length = top.select(others, 0, others.length);
    return length < k || spread == 0 ? 0 : (scores[from + item] - top.score(k - 1)) / spread;
  }

  private boolean before(float[] scores, int from, int item, int other) {
    float own = scores[from + item];
    float its = scores[from + other];
    return own > its || (own == its && ties.of(item) < ties.of(other));
  }

  /**
   * The rank of an item, from 1, whether it is masked itself or not.
   *
   * @param from where the row starts
   */
  int rank(float[] scores, int from, int item) {
    int better = 0;
    for (int other = 0; other < masked.length; other++) {
      better += !masked[other] && before(scores, from, other, item) ? 1 : 0;
    }
    return better + 1;
  }
}
