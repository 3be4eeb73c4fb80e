package io.aisle.ml.metric;

/**
 * How predictions fall at a threshold: from it on a prediction counts as positive.
 *
 * @param truePositives positive and predicted so
 * @param falsePositives negative and predicted positive
 * @param trueNegatives negative and predicted so
 * @param falseNegatives positive and predicted negative
 */
public record Confusion(
    long truePositives, long falsePositives, long trueNegatives, long falseNegatives) {
  /** Where accuracy, precision, recall and F1 of a run are taken. */
  public static final double USUAL_THRESHOLD = 0.5;

  /**
   * @param predictions {@code [n]}
   * @param labels {@code [n]} 1 for positive, 0 for negative
   */
  public static Confusion at(double threshold, float[] predictions, float[] labels) {
    long[] counts = new long[4];
    for (int i = 0; i < predictions.length; i++) {
      counts[(predictions[i] >= threshold ? 0 : 2) + (labels[i] > 0 ? 0 : 1)]++;
    }
    return new Confusion(counts[0], counts[1], counts[3], counts[2]);
  }

  /** Share of rows that are predicted rightly; NaN without rows. */
  public double accuracy() {
    long all = truePositives + falsePositives + trueNegatives + falseNegatives;
    return (double) (truePositives + trueNegatives) / all;
  }

  /** Share of positives among those predicted positive; 0 when none is predicted positive. */
  public double precision() {
    return ratio(truePositives, truePositives + falsePositives);
  }

  /** Share of the positives that are predicted so; 0 when there is no positive. */
  public double recall() {
    return ratio(truePositives, truePositives + falseNegatives);
  }

  /** Harmonic mean of precision and recall; 0 when no positive is predicted rightly. */
  public double f1() {
    return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
  }

  private static double ratio(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
