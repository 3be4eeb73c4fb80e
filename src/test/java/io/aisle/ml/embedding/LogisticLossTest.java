package io.aisle.ml.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import org.junit.jupiter.api.Test;

@Beside
class LogisticLossTest {
  private static PairBatch batch(int perNegative, int... item) {
    float[] one = {1};
    return new PairBatch(1, item.length, perNegative, new int[1], new int[1], item, one, one);
  }

  @Test
  void ofSeveralDrawsTheHighestScoreIsTheNegative() {
    LogisticLoss loss = LogisticLoss.of(batch(2, 0, 1, 2, 3, 4), new float[] {0, 3, 1, -1, 2});
    assertThat(loss.count()).isEqualTo(3);
    assertThat(loss.gradient()[1]).isCloseTo(LogisticLoss.sigmoid(3) / 3, within(1e-6f));
    assertThat(loss.gradient()[2]).isZero();
    assertThat(loss.gradient()[3]).isZero();
    assertThat(loss.gradient()[4]).isCloseTo(LogisticLoss.sigmoid(2) / 3, within(1e-6f));
    assertThat(loss.sum())
        .isCloseTo(Math.log(2) + Math.log1p(Math.exp(3)) + Math.log1p(Math.exp(2)), within(1e-6));
  }

  @Test
  void aDrawThatDoesNotExistCountsNothing() {
    LogisticLoss loss = LogisticLoss.of(batch(1, 0, -1), new float[] {0, 50});
    assertThat(loss.count()).isOne();
    assertThat(loss.gradient()).containsExactly(-0.5f, 0);
  }

  @Test
  void largeScoresHaveAFiniteLoss() {
    LogisticLoss loss = LogisticLoss.of(batch(1, 0, 1), new float[] {-1e6f, 1e6f});
    assertThat(loss.sum()).isCloseTo(2e6, within(1.0));
    assertThat(loss.gradient()).containsExactly(-0.5f, 0.5f);
  }
}
