package io.aisle.domain.model;

import java.util.List;
import java.util.Locale;

/** What is measured of lists or of predictions; the definitions stand in {@code ml.metric}. */
public enum MetricKind {
  NDCG,
  RECALL,
  PRECISION,
  HIT,
  MRR,
  MAP,
  COVERAGE,
  NOVELTY,
  AUC,
  GAUC,
  LOGLOSS,
  ACCURACY,
  F1,
  RMSE,
  MAE;

  /** Those of lists, at a depth. */
  public static final List<MetricKind> RANKING =
      List.of(NDCG, RECALL, PRECISION, HIT, MRR, MAP, COVERAGE, NOVELTY);

  /** Those of predictions, without a depth; precision and recall exist of both. */
  public static final List<MetricKind> PREDICTION =
      List.of(AUC, GAUC, LOGLOSS, ACCURACY, PRECISION, RECALL, F1, RMSE, MAE);

  /** The name in experiment files and run.json. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
