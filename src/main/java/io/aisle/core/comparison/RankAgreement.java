package io.aisle.core.comparison;

import java.util.Arrays;

/**
 * How far two rankings agree, list by list. Items stand in a list once.
 *
 * <p>Rank-biased overlap weighs the depths of a list like a reader who goes on with probability p
 * from one to the next; at p = 0.9 the first ten places have 86% of the weight. Extrapolated: the
 * agreement at the last depth seen is taken to go on (W. Webber, A. Moffat and J. Zobel, A
 * similarity measure for indefinite rankings, 2010, equation 32).
 */
public final class RankAgreement {
  /** Of the reader that {@link Agreement} supposes. */
  public static final double PERSISTENCE = 0.9;

  private RankAgreement() {}

  /**
   * Items that two lists share over the length of the longer one, mean over the users.
   *
   * @param one {@code [user][rank]}
   * @param other {@code [user][rank]}
   * @param depth places of each list that count
   * @return NaN when all lists are empty
   */
  static double overlap(int[][] one, int[][] other, int depth) {
    double sum = 0;
    int count = 0;
    for (int user = 0; user < one.length; user++) {
      double of = overlap(one[user], other[user], depth);
      if (!Double.isNaN(of)) {
        sum += of;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** As the other for one user; NaN when both lists are empty. */
  public static double overlap(int[] one, int[] other, int depth) {
    int longer = Math.min(depth, Math.max(one.length, other.length));
    int shared = Arrays.stream(joined(one, other, depth)).sum();
    return longer == 0 ? Double.NaN : (double) shared / longer;
  }

  /** Rank-biased overlap over the whole lists, mean over the users; NaN when all are empty. */
  static double rankBiased(int[][] one, int[][] other) {
    double sum = 0;
    int count = 0;
    for (int user = 0; user < one.length; user++) {
      double of = rankBiased(one[user], other[user], PERSISTENCE);
      if (!Double.isNaN(of)) {
        sum += of;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /**
   * Rank-biased overlap of two lists, extrapolated.
   *
   * @param p persistence, between 0 and 1
   * @return 0 to 1; NaN when both lists are empty
   */
  public static double rankBiased(int[] one, int[] other, double p) {
    int shorter = Math.min(one.length, other.length);
    int longer = Math.max(one.length, other.length);
    if (shorter == 0) {
      return longer == 0 ? Double.NaN : 0;
    }
    int[] joined = joined(one, other, longer);
    double atShorter = 0;
    for (int depth = 1; depth <= shorter; depth++) {
      atShorter += joined[depth];
    }
    double shared = 0;
    double sum = 0;
    double weight = 1;
    for (int depth = 1; depth <= longer; depth++) {
      weight *= p;
      shared += joined[depth];
      double beyond =
          depth > shorter ? atShorter * (depth - shorter) / ((double) shorter * depth) : 0;
      sum += (shared / depth + beyond) * weight;
    }
    return (1 - p) / p * sum + ((shared - atShorter) / longer + atShorter / shorter) * weight;
  }

  /** {@code [depth + 1]} how many items are in both lists from that depth on, but not before. */
  private static int[] joined(int[] one, int[] other, int depth) {
    int[] joined = new int[depth + 1];
    for (int left = 0; left < Math.min(depth, one.length); left++) {
      for (int right = 0; right < Math.min(depth, other.length); right++) {
        if (one[left] == other[right]) {
          joined[Math.max(left, right) + 1]++;
        }
      }
    }
    return joined;
  }
}
