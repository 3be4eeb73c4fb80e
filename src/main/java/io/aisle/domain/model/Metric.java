package io.aisle.domain.model;

import io.aisle.domain.InputException;
import java.util.Locale;

/**
 * A metric at a depth, written "ndcg@10".
 *
 * @param k length of the list that is looked at, at least 1
 */
public record Metric(MetricKind kind, int k) {
  public static Metric parse(String text) {
    int at = text.indexOf('@');
    try {
      int k = Integer.parseInt(text.substring(at + 1));
      MetricKind kind =
          MetricKind.valueOf(text.substring(0, Math.max(at, 0)).toUpperCase(Locale.ROOT));
      if (k < 1) {
        throw new IllegalArgumentException("k");
      }
      return new Metric(kind, k);
    } catch (IllegalArgumentException e) {
      throw new InputException("'%s' is no metric; write one like ndcg@10".formatted(text), e);
    }
  }

  public String id() {
    return kind.id() + "@" + k;
  }

  @Override
  public String toString() {
    return id();
  }
}
