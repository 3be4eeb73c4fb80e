package io.aisle.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatVectorsTest {
  private static final int SHIFT = 3;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 16, 31, 64, 100})
  void dotIsTheSumOfProducts(int length) {
    float[] a = Numbers.floats(length + SHIFT, 1);
    float[] b = Numbers.floats(length + 1, 2);
    double expected = 0;
    for (int k = 0; k < length; k++) {
      expected += (double) a[SHIFT + k] * b[1 + k];
    }
    assertThat((double) FloatVectors.dot(a, SHIFT, b, 1, length)).isCloseTo(expected, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 16, 31, 64, 100})
  void addScaledChangesItsRangeOnly(int length) {
    float[] x = Numbers.floats(length + SHIFT, 3);
    float[] before = Numbers.floats(length + 2 * SHIFT, 4);
    float[] y = before.clone();
    FloatVectors.addScaled(0.5f, x, SHIFT, y, SHIFT, length);
    for (int k = 0; k < y.length; k++) {
      boolean within = k >= SHIFT && k < SHIFT + length;
      assertThat(y[k]).isCloseTo(before[k] + (within ? 0.5f * x[k] : 0), within(1e-6f));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 16, 31, 64, 100})
  void scaleChangesItsRangeOnly(int length) {
    float[] x = Numbers.floats(length + SHIFT, 5);
    float[] y = new float[length + 2 * SHIFT];
    FloatVectors.scale(-2, x, SHIFT, y, 1, length);
    for (int k = 0; k < y.length; k++) {
      boolean within = k >= 1 && k < 1 + length;
      assertThat(y[k]).isEqualTo(within ? -2 * x[k - 1 + SHIFT] : 0);
    }
  }
}
