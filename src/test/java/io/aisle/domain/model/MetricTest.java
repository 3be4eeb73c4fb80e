package io.aisle.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"ndcg@10", "recall@1", "precision@5", "auc", "gauc", "recall", "f1", "mae"})
  void isReadAndPrinted(String id) {
    assertThat(Metric.parse(id).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndcg", "auc@10", "ndcg@0", "ndcg@", "@10", "", "f2", "ndcg@x", "hit"})
  void isRefused(String text) {
    assertThatThrownBy(() -> Metric.parse(text)).isInstanceOf(InputException.class);
  }

  @Test
  void precisionOfListsAndOfPredictionsAreTwo() {
    assertThat(Metric.parse("precision")).isNotEqualTo(Metric.parse("precision@1"));
    assertThat(Metric.parse("precision").perUser()).isFalse();
    assertThat(Metric.parse("precision@1").perUser()).isTrue();
  }

  @Test
  void ofLossesLessIsBetterAndAnythingIsBetterThanNothing() {
    assertThat(Metric.parse("logloss").better(0.3, 0.4)).isTrue();
    assertThat(Metric.parse("auc").better(0.3, 0.4)).isFalse();
    assertThat(Metric.parse("auc").better(0.3, Double.NaN)).isTrue();
    assertThat(Metric.parse("rmse").better(Double.NaN, 1)).isFalse();
    assertThat(Metric.parse("rmse").better(Double.NaN, Double.NaN)).isFalse();
  }
}
