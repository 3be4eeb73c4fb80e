package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MetricWordsTest {
  @Test
  void everyMetricHasAWord() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      Texts texts = new Texts(language);
      MetricKind.RANKING.forEach(
          kind -> assertThat(MetricWords.of(texts, new Metric(kind, 10))).endsWith("@10"));
      MetricKind.PREDICTION.forEach(
          kind -> assertThat(MetricWords.of(texts, Metric.of(kind))).isNotBlank());
    }
  }
}
