package io.aisle.core.report;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;

/** Metrics in words. */
final class MetricWords {
  private MetricWords() {}

  static String name(Metric metric) {
    return name(metric.kind()) + (metric.ofPredictions() ? "" : "@" + metric.k());
  }

  static String name(MetricKind kind) {
    return switch (kind) {
      case NDCG -> "NDCG";
      case RECALL -> "Recall";
      case PRECISION -> "Precision";
      case HIT -> "Hit";
      case MRR -> "MRR";
      case MAP -> "MAP";
      case COVERAGE -> "Coverage";
      case NOVELTY -> "Novelty";
      case AUC -> "AUC";
      case GAUC -> "Grouped AUC";
      case LOGLOSS -> "Log loss";
      case ACCURACY -> "Accuracy";
      case F1 -> "F1";
      case RMSE -> "RMSE";
      case MAE -> "MAE";
    };
  }

  /** How a metric of lists of length k is defined. */
  static String ofLists(MetricKind kind) {
    return switch (kind) {
      case NDCG -> "binary gain, log2 discount, divided by the best list of min(test items, k)";
      case RECALL -> "hits in the first k divided by the user's test items";
      case PRECISION -> "hits in the first k divided by k";
      case HIT -> "share of users with at least one hit in the first k";
      case MRR -> "1 / rank of the first hit, 0 when it is not in the first k";
      case MAP -> "precision at each hit in the first k, summed, divided by min(test items, k)";
      case COVERAGE -> "share of the catalogue that is in somebody's first k";
      case NOVELTY ->
          "mean of -log2(share of training users with the item) over the first k, in bits";
      default -> throw new IllegalArgumentException(kind + " is not of lists");
    };
  }

  /** How a metric of predictions is defined. */
  static String ofPredictions(MetricKind kind) {
    return switch (kind) {
      case AUC -> "share of pairs of a positive and a negative row that are predicted in order";
      case GAUC ->
          "AUC within each user's rows, weighted by their number, over users with both classes";
      case LOGLOSS -> "mean surprise of the labels under the predicted probabilities, in nats";
      case ACCURACY -> "share of rows on the right side of 0.5";
      case PRECISION -> "share of positives among the rows predicted from 0.5 on";
      case RECALL -> "share of the positive rows that are predicted from 0.5 on";
      case F1 -> "harmonic mean of precision and recall at 0.5";
      case RMSE -> "root of the mean squared error of the ratings";
      case MAE -> "mean absolute error of the ratings";
      default -> throw new IllegalArgumentException(kind + " is not of predictions");
    };
  }
}
