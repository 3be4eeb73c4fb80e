package io.aisle.core.report;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;

/** Metrics in words. */
final class MetricWords {
  private MetricWords() {}

  static String name(Metric metric) {
    return name(metric.kind()) + "@" + metric.k();
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
    };
  }

  static String definition(Metric metric) {
    int k = metric.k();
    return switch (metric.kind()) {
      case NDCG ->
          "binary gain, log2 discount, divided by the best list of min(test items, %d)"
              .formatted(k);
      case RECALL -> "hits in the first %d divided by the user's test items".formatted(k);
      case PRECISION -> "hits in the first %d divided by %d".formatted(k, k);
      case HIT -> "share of users with at least one hit in the first %d".formatted(k);
      case MRR -> "1 / rank of the first hit, 0 when it is not in the first %d".formatted(k);
      case MAP ->
          "precision at each hit in the first %d, summed, divided by min(test items, %d)"
              .formatted(k, k);
      case COVERAGE -> "share of the catalogue that is in somebody's first %d".formatted(k);
      case NOVELTY ->
          "mean of -log2(share of training users with the item) over the first %d, in bits"
              .formatted(k);
    };
  }
}
