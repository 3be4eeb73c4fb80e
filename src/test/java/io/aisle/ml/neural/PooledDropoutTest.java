package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.testkit.Beside;
import org.junit.jupiter.api.Test;

@Beside
class PooledDropoutTest {
  private static final int SIZE = 100_000;

  @Test
  void theShareIsDroppedAndTheRestScaledUp() {
    float[] dropped = masks(0.2, 1)[0];
    int zeros = 0;
    for (float value : dropped) {
      assertThat(value == 0 || value == 1.25f).isTrue();
      zeros += value == 0 ? 1 : 0;
    }
    assertThat(zeros / (double) SIZE).isCloseTo(0.2, within(0.01));
  }

  @Test
  void twoMasksDifferAndHardlyAgreeMoreThanChance() {
    float[][] masks = masks(0.5, 1);
    int same = 0;
    for (int i = 0; i < SIZE; i++) {
      same += masks[0][i] == masks[1][i] ? 1 : 0;
    }
    assertThat(same / (double) SIZE).isCloseTo(0.5, within(0.02));
  }

  @Test
  void theSeedFixesTheMasks() {
    assertThat(masks(0.3, 5)).isDeepEqualTo(masks(0.3, 5));
    assertThat(masks(0.3, 5)[0]).isNotEqualTo(masks(0.3, 6)[0]);
  }

  private static float[][] masks(double share, long seed) {
    NativeSetup.prepare(1);
    try (PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu());
        PooledDropout dropout = new PooledDropout(share, manager)) {
      dropout.reseed(seed);
      PtNDArray ones = (PtNDArray) manager.ones(new Shape(SIZE / 10, 10));
      Ops ops = new Ops();
      return new float[][] {
        dropout.apply(ops, ones).toFloatArray(), dropout.apply(ops, ones).toFloatArray()
      };
    }
  }
}
