package io.aisle.core.evaluation;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.ml.metric.Confusion;
import io.aisle.ml.metric.PredictionMetrics;
import io.aisle.ml.model.Predictor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Predictions beside what they are held against.
 *
 * @param target what the predictions are
 * @param value {@code [rows]} the predictions
 */
public record Predictions(Predictor.Target target, PredictionRows rows, float[] value) {
  /** The metrics of a kind of predictions. */
  public static List<Metric> metrics(Predictor.Target target) {
    Stream<MetricKind> kinds =
        switch (target) {
          case PROBABILITY ->
              Stream.of(
                  MetricKind.AUC,
                  MetricKind.GAUC,
                  MetricKind.LOGLOSS,
                  MetricKind.ACCURACY,
                  MetricKind.PRECISION,
                  MetricKind.RECALL,
                  MetricKind.F1);
          case RATING -> Stream.of(MetricKind.RMSE, MetricKind.MAE);
        };
    return kinds.map(Metric::of).toList();
  }

  /** The figure of every metric by its id, as they stand in run.json; empty without rows. */
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    if (rows.size() > 0) {
      metrics(target).forEach(metric -> figures.put(metric.id(), figure(metric)));
    }
    return figures;
  }

  /** One metric of {@link #metrics}, over all rows; NaN where it is not defined. */
  public double figure(Metric metric) {
    float[] label = rows.label();
    int size = rows.size();
    return switch (metric.kind()) {
      case AUC -> PredictionMetrics.auc(value, label, 0, size);
      case GAUC -> grouped();
      case LOGLOSS -> PredictionMetrics.logLoss(value, label, 0, size);
      case RMSE -> PredictionMetrics.rmse(value, label, 0, size);
      case MAE -> PredictionMetrics.mae(value, label, 0, size);
      case ACCURACY -> confusion().accuracy();
      case PRECISION -> confusion().precision();
      case RECALL -> confusion().recall();
      case F1 -> confusion().f1();
      default -> throw new IllegalArgumentException(metric + " is not of predictions");
    };
  }

  private Confusion confusion() {
    return Confusion.at(Confusion.USUAL_THRESHOLD, value, rows.label());
  }

  private double grouped() {
    double sum = 0;
    long weight = 0;
    for (int user = 0; user < rows.users(); user++) {
      double auc = ofUser(MetricKind.GAUC, user);
      if (!Double.isNaN(auc)) {
        sum += auc * rows.length(user);
        weight += rows.length(user);
      }
    }
    return weight == 0 ? Double.NaN : sum / weight;
  }

  /**
   * A user's value of a metric that users have values of; NaN where there is none.
   *
   * @param kind gauc, logloss, rmse or mae
   */
  public double ofUser(MetricKind kind, int user) {
    float[] label = rows.label();
    int from = rows.offsets()[user];
    int to = rows.offsets()[user + 1];
    return switch (kind) {
      case GAUC -> PredictionMetrics.auc(value, label, from, to);
      case LOGLOSS -> PredictionMetrics.logLoss(value, label, from, to);
      case RMSE -> PredictionMetrics.rmse(value, label, from, to);
      case MAE -> PredictionMetrics.mae(value, label, from, to);
      default -> throw new IllegalArgumentException("users have no " + kind.id());
    };
  }
}
