package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

@Beside
class AttentionFlowTest {
  private static final Offset<Double> CLOSE = within(1e-7);
  private static final float MASKED = Float.NaN;

  /** Two layers of two heads over two positions. */
  private static final float[][][][] CAUSAL = {
    {{{1, MASKED}, {0.2f, 0.8f}}, {{1, MASKED}, {0.6f, 0.4f}}},
    {{{1, MASKED}, {0.5f, 0.5f}}, {{1, MASKED}, {1, 0}}}
  };

  @Test
  void theMeanIsThatOfTheLastRows() {
    double[] mean = AttentionFlow.mean(CAUSAL);
    assertThat(mean[0]).isCloseTo((0.2 + 0.6 + 0.5 + 1) / 4, CLOSE);
    assertThat(mean[1]).isCloseTo((0.8 + 0.4 + 0.5 + 0) / 4, CLOSE);
  }

  /**
   * By hand: the heads' mean is {{1, 0}, {0.4, 0.6}} below and {{1, 0}, {0.75, 0.25}} above; with
   * the way around, {{1, 0}, {0.2, 0.8}} and {{1, 0}, {0.375, 0.625}}. The last row of the product,
   * upper times lower, is {0.375 + 0.625 * 0.2, 0.625 * 0.8}.
   */
  @Test
  void rolloutMultipliesTheLayersWithTheWayAroundThem() {
    double[] rollout = AttentionFlow.rollout(CAUSAL);
    assertThat(rollout[0]).isCloseTo(0.5, CLOSE);
    assertThat(rollout[1]).isCloseTo(0.5, CLOSE);
  }

  @Test
  void rolloutDiffersFromTheMeanWhereALayerMovesWhatTheNextOneReads() {
    // the second layer reads position 1 only, which the first one filled from position 0
    float[][][][] weights = {
      {{{1, MASKED, MASKED}, {1, 0, MASKED}, {0, 0, 1}}},
      {{{1, MASKED, MASKED}, {0, 1, MASKED}, {0, 1, 0}}}
    };
    double[] rollout = AttentionFlow.rollout(weights);
    assertThat(rollout).containsExactly(new double[] {0.25, 0.25, 0.5}, CLOSE);
    assertThat(AttentionFlow.mean(weights)).containsExactly(new double[] {0, 0.5, 0.5}, CLOSE);
  }

  @Test
  void whoAsksAloneHasNothingToRollOut() {
    float[][][][] user = {{{{0.25f, 0.75f, 0}}}, {{{0.75f, 0.25f, 0}}}};
    assertThat(AttentionFlow.rollout(user)).containsExactly(new double[] {0.5, 0.5, 0}, CLOSE);
  }

  @Test
  void withoutItsLastKeyAFlowStillSumsToOne() {
    assertThat(AttentionFlow.withoutLast(new double[] {0.1, 0.3, 0.6}))
        .containsExactly(new double[] {0.25, 0.75}, CLOSE);
    assertThat(AttentionFlow.withoutLast(new double[] {0, 0, 1}))
        .containsExactly(new double[] {0.5, 0.5}, CLOSE);
  }
}
