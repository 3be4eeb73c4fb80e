package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The update step against Adam written out in doubles. */
@Beside
class AdamTest {
  private static final double RATE = 0.01;
  private static final float[] START = {1, -2, 0.5f, 0};
  private static final float[][] GRADIENTS = {
    {0.1f, -3, 0, 1e-6f}, {-0.2f, 2, 0, 1e-6f}, {0.7f, -1, 4, 0}
  };

  @Test
  void threeStepsAreTheOnesOfThePaper() {
    assertThat(native3(0)).containsExactly(written(0), within(1e-6f));
  }

  @Test
  void weightDecayShrinksTheParametersApartFromTheGradient() {
    assertThat(native3(0.1)).containsExactly(written(0.1), within(1e-6f));
    assertThat(native3(0.1)[0]).isNotEqualTo(native3(0)[0]);
  }

  @Test
  void theFirstStepIsTheLearningRateWhateverTheGradientsSize() {
    float[] moved = steps(0, 1);
    assertThat(START[0] - moved[0]).isCloseTo((float) RATE, within(1e-5f));
    assertThat(moved[1] - START[1]).isCloseTo((float) RATE, within(1e-5f));
    assertThat(moved[2]).isEqualTo(START[2]);
  }

  private static float[] native3(double decay) {
    return steps(decay, GRADIENTS.length);
  }

  private static float[] steps(double decay, int count) {
    NativeSetup.prepare(1);
    try (PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu())) {
      PtNDArray parameters = (PtNDArray) manager.create(START);
      Adam adam =
          new Adam(
              parameters,
              (PtNDArray) manager.create(new float[START.length]),
              (PtNDArray) manager.create(new float[START.length]),
              0,
              decay,
              new Constants(manager));
      for (int s = 0; s < count; s++) {
        try (PtNDManager step = (PtNDManager) manager.newSubManager()) {
          adam.update(new Ops(), (PtNDArray) step.create(GRADIENTS[s]), RATE, step);
        }
      }
      assertThat(adam.steps()).isEqualTo(count);
      return parameters.toFloatArray();
    }
  }

  /** Algorithm 2 of Loshchilov and Hutter (2019), one number at a time. */
  private static float[] written(double decay) {
    float[] result = new float[START.length];
    for (int i = 0; i < START.length; i++) {
      double theta = START[i];
      double m = 0;
      double v = 0;
      for (int t = 1; t <= GRADIENTS.length; t++) {
        double g = GRADIENTS[t - 1][i];
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g * g;
        double mHat = m / (1 - Math.pow(0.9, t));
        double vHat = v / (1 - Math.pow(0.999, t));
        theta = theta - RATE * decay * theta - RATE * mHat / (Math.sqrt(vHat) + 1e-8);
      }
      result[i] = (float) theta;
    }
    assertThat(Arrays.equals(result, START)).isFalse();
    return result;
  }
}
