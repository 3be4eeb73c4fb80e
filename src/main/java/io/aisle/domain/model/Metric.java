package io.aisle.domain.model;

import io.aisle.domain.InputException;
import java.util.Locale;
import java.util.Set;

/**
 * A metric: of lists at a depth, written "ndcg@10", or of predictions, written "auc".
 *
 * @param k length of the list that is looked at, at least 1; 0 for a metric of predictions
 */
public record Metric(MetricKind kind, int k) {
  private static final Set<MetricKind> LOSSES =
      Set.of(MetricKind.LOGLOSS, MetricKind.RMSE, MetricKind.MAE);

  /** A metric of predictions. */
  public static Metric of(MetricKind kind) {
    return new Metric(kind, 0);
  }

  /**
   * @throws InputException when the text names none
   */
  public static Metric parse(String text) {
    int at = text.indexOf('@');
    try {
      String name = at < 0 ? text : text.substring(0, at);
      MetricKind kind = MetricKind.valueOf(name.toUpperCase(Locale.ROOT));
      int k = at < 0 ? 0 : Integer.parseInt(text.substring(at + 1));
      boolean known =
          at < 0
              ? MetricKind.PREDICTION.contains(kind)
              : k >= 1 && MetricKind.RANKING.contains(kind);
      if (!known) {
        throw new IllegalArgumentException(text);
      }
      return new Metric(kind, k);
    } catch (IllegalArgumentException e) {
      throw new InputException("'%s' is no metric; write one like ndcg@10".formatted(text), e);
    }
  }

  public String id() {
    return k == 0 ? kind.id() : kind.id() + "@" + k;
  }

  /** Whether it is of predictions, not of lists. */
  public boolean ofPredictions() {
    return k == 0;
  }

  /**
   * Whether each user has a value of it; coverage belongs to the whole set of lists, and most
   * metrics of predictions to all of them together.
   */
  public boolean perUser() {
    return ofPredictions()
        ? kind == MetricKind.GAUC || LOSSES.contains(kind)
        : kind != MetricKind.COVERAGE;
  }

  /** Whether less is better. */
  public boolean loss() {
    return LOSSES.contains(kind);
  }

  /** Whether a value is better than another; any is better than none. */
  public boolean better(double value, double other) {
    return Double.isNaN(other) ? !Double.isNaN(value) : loss() ? value < other : value > other;
  }

  @Override
  public String toString() {
    return id();
  }
}
