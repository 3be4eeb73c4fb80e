package io.aisle.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shares against those computed with doubles, in registers and behind the last whole one. */
@Beside
class SoftmaxTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 16, 33, 100})
  void sharesAreThoseOfTheFormula(int length) {
    SplittableRandom random = new SplittableRandom(length);
    float[] x = new float[length + 3];
    float[] weight = new float[length + 1];
    for (int k = 0; k < length; k++) {
      x[k + 3] = (float) random.nextDouble(-30, 10);
      weight[k + 1] = (float) random.nextDouble(0.1, 50);
    }
    double[] wanted = new double[length];
    for (int k = 0; k < length; k++) {
      wanted[k] = weight[k + 1] * Math.exp(x[k + 3]);
    }
    double sum = Arrays.stream(wanted).sum();
    Softmax.weighted(x, 3, weight, 1, length);
    for (int k = 0; k < length; k++) {
      assertThat((double) x[k + 3]).isCloseTo(wanted[k] / sum, within(2e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 48})
  void whatIsFarBelowHasNoShareAndNothingIsSubnormal(int length) {
    float[] x = new float[length];
    float[] weight = new float[length];
    Arrays.fill(weight, 1);
    for (int k = 0; k < length; k++) {
      x[k] = k % 3 == 0 ? 0 : k % 3 == 1 ? Float.NEGATIVE_INFINITY : -70;
    }
    Softmax.weighted(x, 0, weight, 0, length);
    for (int k = 0; k < length; k++) {
      if (k % 3 == 0) {
        assertThat(x[k]).isEqualTo(1f / (length / 3));
      } else {
        assertThat(x[k]).isZero();
      }
    }
  }
}
