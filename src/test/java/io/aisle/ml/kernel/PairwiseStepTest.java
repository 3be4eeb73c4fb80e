package io.aisle.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairwiseStepTest {
  private final int side = FloatVectors.padded(20);
  private final float[] users = Numbers.floats(2 * side, 1);
  private final float[] items = Numbers.floats(3 * side, 2);

  @Test
  void marginIsTheProductWithTheDifference() {
    double expected = 0;
    for (int k = 0; k < side; k++) {
      expected += (double) users[side + k] * (items[k] - items[2 * side + k]);
    }
    double margin = PairwiseStep.margin(users, side, items, 0, 2 * side, side);
    assertThat(margin).isCloseTo(expected, within(1e-5));
  }

  @Test
  void moveFollowsTheGradientFromTheOldValues() {
    float[] oldUsers = users.clone();
    float[] oldItems = items.clone();

    PairwiseStep.move(users, side, items, 0, 2 * side, side, 0.3f, 0.9f);

    for (int k = 0; k < side; k++) {
      float p = oldUsers[side + k];
      float i = oldItems[k];
      float j = oldItems[2 * side + k];
      assertThat(users[side + k]).isCloseTo(0.9f * p + 0.3f * (i - j), within(1e-6f));
      assertThat(items[k]).isCloseTo(0.9f * i + 0.3f * p, within(1e-6f));
      assertThat(items[2 * side + k]).isCloseTo(0.9f * j - 0.3f * p, within(1e-6f));
      assertThat(users[k]).isEqualTo(oldUsers[k]);
      assertThat(items[side + k]).isEqualTo(oldItems[side + k]);
    }
  }

  @Test
  void moveUserLeavesTheItemsAlone() {
    float[] oldUsers = users.clone();
    float[] oldItems = items.clone();

    PairwiseStep.moveUser(users, 0, items, side, 0, side, 0.3f, 0.9f);

    assertThat(items).isEqualTo(oldItems);
    for (int k = 0; k < side; k++) {
      float expected = 0.9f * oldUsers[k] + 0.3f * (oldItems[side + k] - oldItems[k]);
      assertThat(users[k]).isCloseTo(expected, within(1e-6f));
    }
  }
}
