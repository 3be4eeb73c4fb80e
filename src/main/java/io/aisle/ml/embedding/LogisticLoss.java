package io.aisle.ml.embedding;

/**
 * Binary cross-entropy of a batch of scores and its gradient. Of the draws that make one negative
 * only the highest score counts; candidates that do not exist count nothing.
 *
 * @param sum loss over all that counts
 * @param count how many counted
 * @param gradient {@code [rows * candidates]} of the mean loss by each score
 */
public record LogisticLoss(double sum, int count, float[] gradient) {
  /**
   * @param scores {@code [rows * candidates]} log-odds
   */
  public static LogisticLoss of(PairBatch batch, float[] scores) {
    float[] gradient = new float[scores.length];
    double sum = 0;
    int count = 0;
    for (int r = 0; r < batch.rows(); r++) {
      int at = r * batch.candidates();
      sum += batch.weight()[r] * term(scores[at], batch.label()[r]);
      gradient[at] = batch.weight()[r] * (sigmoid(scores[at]) - batch.label()[r]);
      count++;
      int end = at + batch.candidates();
      for (int first = at + 1; first < end; first += batch.perNegative()) {
        int best = hardest(batch, scores, first);
        if (best >= 0) {
          sum += term(scores[best], 0);
          gradient[best] = sigmoid(scores[best]);
          count++;
        }
      }
    }
    for (int at = 0; at < gradient.length; at++) {
      gradient[at] /= Math.max(1, count);
    }
    return new LogisticLoss(sum, count, gradient);
  }

  private static int hardest(PairBatch batch, float[] scores, int first) {
    int best = -1;
    for (int at = first; at < first + batch.perNegative(); at++) {
      if (batch.item()[at] >= 0 && (best < 0 || scores[at] > scores[best])) {
        best = at;
      }
    }
    return best;
  }

  /** {@code ln(1 + e^score) - label * score}, safe for large scores. */
  private static double term(float score, float label) {
    return Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - label * score;
  }

  /** How likely it is at these log-odds. */
  public static float sigmoid(float score) {
    return (float) (1 / (1 + Math.exp(-score)));
  }
}
