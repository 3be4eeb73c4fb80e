package io.aisle.core.comparison;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.TTest;

/**
 * The paired t-test of no difference between two runs over the same users, two-sided. Chosen over
 * Wilcoxon, sign and bootstrap tests: on ranking metrics it keeps its level and has the most power,
 * and the others test something else than the difference of the means that the table shows (Urbano,
 * Lima and Hanjalic, Statistical Significance Testing in Information Retrieval, SIGIR 2019).
 *
 * @param difference mean of the differences
 * @param deviation standard deviation of the differences
 * @param users number of pairs
 * @param pValue 1 when all differences are 0 or there are fewer than two pairs; 0 when all are the
 *     same and not 0
 */
record PairedTest(double difference, double deviation, int users, double pValue) {
  /** Chance of finding a difference as large as the one observed, if it is real. */
  private static final double POWER = 0.8;

  /** Tests the differences of one metric, one for each user. */
  static PairedTest of(double[] differences) {
    int n = differences.length;
    double mean = 0;
    for (double d : differences) {
      mean += d / n;
    }
    double squares = 0;
    for (double d : differences) {
      squares += (d - mean) * (d - mean);
    }
    double deviation = n < 2 ? 0 : Math.sqrt(squares / (n - 1));
    return new PairedTest(mean, deviation, n, pValue(mean, deviation, n));
  }

  private static double pValue(double mean, double deviation, int n) {
    if (n < 2 || mean == 0) {
      return 1;
    }
    if (deviation == 0) {
      return 0;
    }
    return TTest.withDefaults().test(mean, deviation * deviation, n).getPValue();
  }

  /**
   * Cohen's d_z, the mean of the differences over their standard deviation (D. Lakens, Calculating
   * and reporting effect sizes, 2013); unlike p it does not grow with the users.
   *
   * @return NaN when the differences do not vary
   */
  double effect() {
    return deviation == 0 ? Double.NaN : difference / deviation;
  }

  /**
   * Users beyond those at hand that would find the observed difference with a power of 0.8, from
   * the standard error; -1 when the difference is 0.
   *
   * @param level of the test; divide it by the number of runs tested beside the reference
   */
  long moreUsers(double level) {
    if (difference == 0) {
      return -1;
    }
    NormalDistribution normal = NormalDistribution.of(0, 1);
    double z =
        normal.inverseSurvivalProbability(level / 2) + normal.inverseCumulativeProbability(POWER);
    double ratio = z * deviation / difference;
    return Math.max(1, (long) Math.ceil(ratio * ratio) - users);
  }
}
