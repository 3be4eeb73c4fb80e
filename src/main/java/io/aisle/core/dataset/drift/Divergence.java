package io.aisle.core.dataset.drift;

import java.util.List;

/** How different two distributions over the same bins are. */
final class Divergence {
  /** Shares below it count as it, so that an empty bin does not make the index infinite. */
  static final double LEAST = 1e-4;

  private Divergence() {}

  /** Sum over the bins of (b - a) ln(b / a), a and b being their shares before and after. */
  static double stabilityIndex(List<DriftBin> bins) {
    double before = bins.stream().mapToLong(DriftBin::before).sum();
    double after = bins.stream().mapToLong(DriftBin::after).sum();
    if (before == 0 || after == 0) {
      return 0;
    }
    double sum = 0;
    for (DriftBin bin : bins) {
      double a = Math.max(LEAST, bin.before() / before);
      double b = Math.max(LEAST, bin.after() / after);
      sum += (b - a) * Math.log(b / a);
    }
    return sum;
  }

  /** Mean of the Kullback-Leibler divergences from the middle of both, in bits (Lin, 1991). */
  static double jensenShannon(List<DriftBin> bins) {
    double before = bins.stream().mapToLong(DriftBin::before).sum();
    double after = bins.stream().mapToLong(DriftBin::after).sum();
    if (before == 0 || after == 0) {
      return 0;
    }
    double sum = 0;
    for (DriftBin bin : bins) {
      double a = bin.before() / before;
      double b = bin.after() / after;
      sum += part(a, (a + b) / 2) + part(b, (a + b) / 2);
    }
    return Math.clamp(sum / 2, 0, 1);
  }

  private static double part(double share, double middle) {
    return share == 0 ? 0 : share * Math.log(share / middle) / Math.log(2);
  }
}
