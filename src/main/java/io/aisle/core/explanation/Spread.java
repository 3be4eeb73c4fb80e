package io.aisle.core.explanation;

/** Means of a few numbers that are seen together, and their standard errors (Welford, 1962). */
final class Spread {
  private final double[] mean;
  private final double[] squares;
  private int count;

  Spread(int numbers) {
    this.mean = new double[numbers];
    this.squares = new double[numbers];
  }

  void add(double[] seen) {
    count++;
    for (int k = 0; k < mean.length; k++) {
      double away = seen[k] - mean[k];
      mean[k] += away / count;
      squares[k] += away * (seen[k] - mean[k]);
    }
  }

  double[] means() {
    return mean.clone();
  }

  /** NaN before the second. */
  double[] errors() {
    double[] errors = new double[mean.length];
    for (int k = 0; k < errors.length; k++) {
      errors[k] = Math.sqrt(squares[k] / (count - 1.0) / count);
    }
    return errors;
  }
}
