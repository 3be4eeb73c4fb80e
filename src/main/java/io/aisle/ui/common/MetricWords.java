package io.aisle.ui.common;

import io.aisle.domain.model.Metric;

/** Metrics in words. */
public final class MetricWords {
  private MetricWords() {}

  /** Such as "NDCG@10", or "Precision of predictions" where lists have one of that name too. */
  public static String of(Texts texts, Metric metric) {
    String id = metric.kind().id();
    return metric.ofPredictions()
        ? texts.of("predicted." + id)
        : texts.of("metric." + id, metric.k());
  }
}
