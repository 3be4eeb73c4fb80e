package io.aisle.ml.metric;

import io.aisle.domain.model.Metric;
import java.util.Arrays;
import java.util.List;

/**
 * What one user's list is worth, by several metrics at several depths. Confined to one thread: it
 * holds scratch memory.
 *
 * <p>Definitions (version {@value #VERSION}). L is the list cut to its first k items, ranks r from
 * 1; T is the set of the user's test items: an item that occurs more than once in the truth counts
 * once. hit(r) is 1 when the item at rank r is in T, else 0.
 *
 * <ul>
 *   <li>ndcg@k = sum of hit(r) / log2(r + 1), divided by the same sum for the ideal list, which has
 *       hits at the ranks 1 to min(|T|, k) (binary gain; Järvelin and Kekäläinen 2002)
 *   <li>recall@k = hits / |T|, even where |T| is above k
 *   <li>precision@k = hits / k, even where the list is shorter than k
 *   <li>hit@k = 1 when there is a hit, else 0
 *   <li>mrr@k = 1 / rank of the first hit, 0 without one in the first k
 *   <li>map@k = sum over the hits of (hits up to r) / r, divided by min(|T|, k)
 *   <li>novelty@k = mean over L of -log2(c / users), c being the number of training interactions of
 *       the item and users the number of users (Zhou and others 2010). An item without training
 *       interactions counts as if it had one; c above users (repeats kept) counts as users
 *   <li>coverage@k = distinct items in all lists cut to k / size of the catalogue; it belongs to
 *       the whole set of lists, each user's value is NaN
 * </ul>
 *
 * <p>Corner cases: a user with no truth has no values (NaN; the evaluator leaves such users out). A
 * list shorter than k is judged as if the missing places were misses; an empty list has novelty
 * NaN. Test items that the protocol masks because they were seen can never be hit and still count
 * in |T|. Ties in the scores are broken before, by {@link TieBreak}.
 */
public final class RankingMetrics {
  /** Raised whenever a definition changes; part of every protocol hash. */
  public static final int VERSION = 1;

  private final List<Metric> metrics;
  private final double[] selfInformation;
  private final int[] stamp;
  private int stamps;
  private final double[] dcg;
  private final double[] idealDcg;
  private final int[] hits;
  private final double[] precisionSum;
  private final double[] information;

  /**
   * Makes a judge.
   *
   * @param metrics what to compute, in this order
   * @param selfInformation of each item in bits, {@code [items]}, see {@link #selfInformation}
   */
  public RankingMetrics(List<Metric> metrics, double[] selfInformation) {
    this.metrics = List.copyOf(metrics);
    this.selfInformation = selfInformation;
    this.stamp = new int[selfInformation.length];
    int depth = depth(metrics);
    this.dcg = new double[depth + 1];
    this.idealDcg = new double[depth + 1];
    this.hits = new int[depth + 1];
    this.precisionSum = new double[depth + 1];
    this.information = new double[depth + 1];
    for (int rank = 1; rank <= depth; rank++) {
      idealDcg[rank] = idealDcg[rank - 1] + discount(rank);
    }
  }

  /** Length of list that the metrics look at: their largest k, 0 for none. */
  public static int depth(List<Metric> metrics) {
    return metrics.stream().mapToInt(Metric::k).max().orElse(0);
  }

  /**
   * The self-information of each item, in bits, as novelty uses it.
   *
   * @param counts training interactions of each item, {@code [items]}
   * @param users number of users, at least 1
   */
  public static double[] selfInformation(int[] counts, int users) {
    double[] bits = new double[counts.length];
    for (int i = 0; i < bits.length; i++) {
      int count = Math.clamp(counts[i], 1, Math.max(1, users));
      bits[i] = Math.log((double) Math.max(1, users) / count) / Math.log(2);
    }
    return bits;
  }

  /**
   * Judges one list.
   *
   * @param list items, best first, none twice
   * @param length how many of them count
   * @param truth holds the user's test items, in any order, repeats allowed
   * @param from first of them
   * @param to behind the last of them
   * @param out {@code [metrics]}, overwritten
   */
  public void judge(int[] list, int length, int[] truth, int from, int to, double[] out) {
    int relevant = mark(truth, from, to);
    if (relevant == 0) {
      Arrays.fill(out, Double.NaN);
      return;
    }
    int depth = dcg.length - 1;
    int first = Integer.MAX_VALUE;
    for (int rank = 1; rank <= depth; rank++) {
      boolean listed = rank <= length;
      boolean hit = listed && stamp[list[rank - 1]] == stamps;
      hits[rank] = hits[rank - 1] + (hit ? 1 : 0);
      dcg[rank] = dcg[rank - 1] + (hit ? discount(rank) : 0);
      precisionSum[rank] = precisionSum[rank - 1] + (hit ? (double) hits[rank] / rank : 0);
      information[rank] = information[rank - 1] + (listed ? selfInformation[list[rank - 1]] : 0);
      if (hit && first == Integer.MAX_VALUE) {
        first = rank;
      }
    }
    for (int m = 0; m < out.length; m++) {
      out[m] = value(metrics.get(m), relevant, first, length);
    }
  }

  private double value(Metric metric, int relevant, int first, int length) {
    int k = metric.k();
    return switch (metric.kind()) {
      case NDCG -> dcg[k] / idealDcg[Math.min(relevant, k)];
      case RECALL -> (double) hits[k] / relevant;
      case PRECISION -> (double) hits[k] / k;
      case HIT -> hits[k] > 0 ? 1 : 0;
      case MRR -> first <= k ? 1.0 / first : 0;
      case MAP -> precisionSum[k] / Math.min(relevant, k);
      case NOVELTY -> information[k] / Math.min(length, k);
      case COVERAGE -> Double.NaN;
      default -> throw new IllegalArgumentException(metric + " is not of lists");
    };
  }

  /** Marks the test items and counts the distinct ones. */
  private int mark(int[] truth, int from, int to) {
    if (++stamps == 0) {
      Arrays.fill(stamp, 0);
      stamps = 1;
    }
    int distinct = 0;
    for (int i = from; i < to; i++) {
      if (stamp[truth[i]] != stamps) {
        stamp[truth[i]] = stamps;
        distinct++;
      }
    }
    return distinct;
  }

  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 1.0);
  }
}
