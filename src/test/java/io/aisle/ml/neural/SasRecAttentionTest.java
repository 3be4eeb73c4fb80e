package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.Beside;
import org.junit.jupiter.api.Test;

@Beside
class SasRecAttentionTest {
  private static final SasRecParams PARAMS =
      new SasRecParams(12, 2, 3, 6, 0.5, NextItemLoss.SOFTMAX, 1, Positions.ALL);

  private static Scorer scorer() {
    NativeSetup.prepare(1);
    SasRecModel model = SasRecModel.of(PARAMS, 20);
    float[] values = model.layout().initial(5);
    return SequenceScorer.of(model, values, Interactions.empty(1, 20), Device.cpu());
  }

  @Test
  void eachRowSumsToOneAndTheFutureIsMasked() {
    try (Scorer scorer = scorer()) {
      Attention attention = scorer.attention(new int[] {3, 1, 4, 1}, 0).orElseThrow();
      assertThat(attention.first()).isZero();
      assertThat(attention.weights()).hasDimensions(2, 3);
      for (float[][][] layer : attention.weights()) {
        for (float[][] head : layer) {
          assertThat(head).hasDimensions(4, 4);
          for (int query = 0; query < 4; query++) {
            assertRow(head[query], query);
          }
        }
      }
    }
  }

  private static void assertRow(float[] row, int query) {
    double sum = 0;
    for (int key = 0; key < row.length; key++) {
      if (key > query) {
        assertThat(row[key]).isNaN();
      } else {
        assertThat(row[key]).isBetween(0f, 1f);
        sum += row[key];
      }
    }
    assertThat(sum).isCloseTo(1, within(1e-5));
  }

  @Test
  void aLongHistoryIsCutToTheNewestItems() {
    try (Scorer scorer = scorer()) {
      Attention attention = scorer.attention(new int[] {9, 8, 7, 3, 1, 4, 1, 5}, 0).orElseThrow();
      Attention newest = scorer.attention(new int[] {7, 3, 1, 4, 1, 5}, 0).orElseThrow();
      assertThat(attention.first()).isEqualTo(2);
      assertThat(attention.weights()).isDeepEqualTo(newest.weights());
    }
  }

  @Test
  void headsAndLayersDiffer() {
    try (Scorer scorer = scorer()) {
      float[][][][] weights = scorer.attention(new int[] {3, 1, 4}, 0).orElseThrow().weights();
      assertThat(weights[0][0][2]).isNotEqualTo(weights[0][1][2]);
      assertThat(weights[0][0][2]).isNotEqualTo(weights[1][0][2]);
    }
  }

  @Test
  void anEmptyHistoryHasNoAttention() {
    try (Scorer scorer = scorer()) {
      assertThat(scorer.attention(new int[0], 0)).isEmpty();
    }
  }
}
