package io.aisle.core.slices;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Holds the mean of a group of users against that of others.
 *
 * <p>Two t-tests are made and the less certain one counts. Welch's takes each group's own variance;
 * of a small group whose values happen to be all the same, such as users without a hit, it makes
 * certainty out of nothing. The other takes the variance of everybody, which is the one that the
 * difference has when the group is drawn at random (the permutation variance); where values have a
 * long tail on the side that is looked for, it is too sure in its turn.
 */
final class GroupTest {
  private GroupTest() {}

  /**
   * The chance to see a group so far below the others when nothing sets it apart, one-sided.
   *
   * @return 1 when it is not below, or one of them has fewer than two users
   */
  static double below(Moments group, Moments others) {
    double difference = group.mean() - others.mean();
    if (group.users() < 2 || others.users() < 2 || !(difference < 0)) {
      return 1;
    }
    double n = group.users();
    double m = others.users();
    double together =
        new Moments(n + m, group.sum() + others.sum(), group.squares() + others.squares())
            .variance();
    double pooled = tail(difference, together / n + together / m, n + m - 2);
    double a = group.variance() / n;
    double b = others.variance() / m;
    double freedom = (a + b) * (a + b) / (a * a / (n - 1) + b * b / (m - 1));
    return a + b == 0 ? pooled : Math.max(pooled, tail(difference, a + b, freedom));
  }

  /** The chance to see the two so far apart, two-sided. */
  static double apart(Moments group, Moments others) {
    boolean below = group.mean() < others.mean();
    return Math.min(1, 2 * (below ? below(group, others) : below(others, group)));
  }

  private static double tail(double difference, double variance, double freedom) {
    return variance == 0
        ? 1
        : TDistribution.of(freedom).cumulativeProbability(difference / Math.sqrt(variance));
  }

  /**
   * How far apart two groups are, in standard deviations within them (Chung, Kraska, Polyzotis, Tae
   * and Whang, Automated Data Slicing for Model Validation, TKDE 2019): the difference of the means
   * over the root of the mean of the variances; negative when the group is below.
   */
  static double effect(Moments group, Moments others) {
    double spread = (group.variance() + others.variance()) / 2;
    return spread == 0 ? 0 : (group.mean() - others.mean()) / Math.sqrt(spread);
  }

  /** Half the width of the 95% interval of a mean by Student's t; NaN for fewer than two users. */
  static double margin(Moments group) {
    return group.users() < 2
        ? Double.NaN
        : TDistribution.of(group.users() - 1).inverseSurvivalProbability(0.025)
            * Math.sqrt(group.variance() / group.users());
  }
}
