package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricWordsTest {
  @ParameterizedTest
  @EnumSource(MetricKind.class)
  void everyMetricHasWordsInBothLanguages(MetricKind kind) {
    for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
      Texts texts = new Texts(locale);
      if (MetricKind.PREDICTION.contains(kind)) {
        assertThat(MetricWords.of(texts, Metric.of(kind))).isNotBlank();
      }
      if (MetricKind.RANKING.contains(kind)) {
        assertThat(MetricWords.of(texts, new Metric(kind, 10))).contains("10");
      }
    }
  }
}
