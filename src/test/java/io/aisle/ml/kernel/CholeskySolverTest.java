package io.aisle.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskySolverTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 16, 31, 64, 100})
  void theSolutionSolves(int size) {
    double[][] a = Numbers.definite(size, 11);
    int side = RankUpdate.padded(size);
    float[] matrix = new float[side * side];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        // what lies left of the diagonal must not matter
        matrix[i * side + j] = j >= i ? (float) a[i][j] : 1e6f;
      }
    }
    float[] expected = Numbers.floats(size, 12);
    float[] b = new float[side];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += a[i][j] * expected[j];
      }
      b[i] = (float) sum;
    }
    float[] inverse = new float[side];

    CholeskySolver.factor(matrix, size, side, inverse);
    CholeskySolver.solve(matrix, size, side, inverse, b);

    for (int i = 0; i < size; i++) {
      assertThat(b[i]).isCloseTo(expected[i], within(2e-3f));
    }
    for (int i = size; i < side; i++) {
      assertThat(b[i]).isZero();
    }
  }

  @Test
  void directionsThatTheMatrixDoesNotSeeAreLeftOut() {
    int side = RankUpdate.padded(3);
    float[] matrix = new float[side * side];
    matrix[0] = 4;
    matrix[2 * side + 2] = 2;
    float[] b = new float[side];
    b[0] = 8;
    b[1] = 5;
    b[2] = 1;
    float[] inverse = new float[side];

    CholeskySolver.factor(matrix, 3, side, inverse);
    CholeskySolver.solve(matrix, 3, side, inverse, b);

    assertThat(b[0]).isCloseTo(2, within(1e-6f));
    assertThat(b[1]).isZero();
    assertThat(b[2]).isCloseTo(0.5f, within(1e-6f));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 32, 70})
  void aRankUpdateAddsTheOuterProducts(int size) {
    int side = RankUpdate.padded(size);
    int count = 13;
    float[] x = Numbers.floats(count * side, 5);
    float[] c = Numbers.floats(side * side, 6);
    float[] before = c.clone();

    RankUpdate.upper(c, side, 0, size, x, 0, count, -1);

    for (int i = 0; i < size; i++) {
      for (int j = i; j < size; j++) {
        double expected = before[i * side + j];
        for (int k = 0; k < count; k++) {
          expected -= (double) x[k * side + i] * x[k * side + j];
        }
        assertThat((double) c[i * side + j]).isCloseTo(expected, within(1e-4));
      }
    }
  }
}
