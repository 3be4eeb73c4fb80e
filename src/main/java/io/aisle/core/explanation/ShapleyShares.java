package io.aisle.core.explanation;

import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.model.FieldScorer.Mixtures;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Shapley values of the fields of one example: what each adds to its score on the way from a
 * background example to it, averaged over background examples and over the orders in which fields
 * are taken over, {@code phi_f = E_z E_order [v(before f, f) - v(before f)]} with {@code v(S)} the
 * score of the example's fields S and z's others (Strumbelj and Kononenko, 2014; Lundberg and Lee,
 * 2017, in the form that takes fields as independent). Each background example is walked to in an
 * order and in its reverse, so that what two fields do together is shared out without noise: a
 * score of single fields and pairs of them is divided exactly for the background that was drawn.
 *
 * @param score of the example
 * @param base mean score of the background
 * @param baseError standard error of {@code base}
 * @param parts {@code [fields]} which add up to {@code score - base}
 * @param errors {@code [fields]} standard error of each part, over the background examples
 */
record ShapleyShares(double score, double base, double baseError, double[] parts, double[] errors) {
  /** Mixtures scored at a time. */
  private static final int ROWS = 4096;

  /**
   * @param mixtures of the example, number 0, and of background examples, numbers 1 to {@code
   *     backgrounds}
   * @param fields at least 1
   * @param backgrounds at least 2
   */
  static ShapleyShares of(
      Mixtures mixtures,
      int fields,
      int backgrounds,
      SplittableRandom random,
      CancelSignal cancel) {
    float[] own = new float[1];
    mixtures.score(new int[fields], own);
    Spread base = new Spread(1);
    Spread parts = new Spread(fields);
    int steps = 2 * fields - 1;
    int block = Math.max(1, ROWS / steps);
    for (int from = 1; from <= backgrounds; from += block) {
      cancel.check();
      int count = Math.min(block, backgrounds + 1 - from);
      int[][] orders = new int[count][];
      int[] source = new int[count * steps * fields];
      for (int b = 0; b < count; b++) {
        orders[b] = order(fields, random);
        walk(orders[b], from + b, source, b * steps * fields);
      }
      float[] scores = new float[count * steps];
      mixtures.score(source, scores);
      for (int b = 0; b < count; b++) {
        base.add(new double[] {scores[b * steps]});
        parts.add(gains(orders[b], own[0], scores, b * steps));
      }
    }
    return new ShapleyShares(
        own[0], base.means()[0], base.errors()[0], parts.means(), parts.errors());
  }

  private static int[] order(int fields, SplittableRandom random) {
    int[] order = new int[fields];
    for (int f = 0; f < fields; f++) {
      int other = random.nextInt(f + 1);
      order[f] = order[other];
      order[other] = f;
    }
    return order;
  }

  /** The background alone, then what lies between on the way there and on the reverse way. */
  private static void walk(int[] order, int background, int[] source, int at) {
    int fields = order.length;
    Arrays.fill(source, at, at + (2 * fields - 1) * fields, background);
    for (int step = 1; step < fields; step++) {
      int forth = at + step * fields;
      int back = at + (fields - 1 + step) * fields;
      for (int k = 0; k < step; k++) {
        source[forth + order[k]] = 0;
        source[back + order[fields - 1 - k]] = 0;
      }
    }
  }

  /** What each field added, the mean of both ways. */
  private static double[] gains(int[] order, double own, float[] scores, int at) {
    int fields = order.length;
    double[] gains = new double[fields];
    double forth = scores[at];
    double back = scores[at];
    for (int step = 1; step <= fields; step++) {
      double nextForth = step == fields ? own : scores[at + step];
      double nextBack = step == fields ? own : scores[at + fields - 1 + step];
      gains[order[step - 1]] += (nextForth - forth) / 2;
      gains[order[fields - step]] += (nextBack - back) / 2;
      forth = nextForth;
      back = nextBack;
    }
    return gains;
  }
}
