package io.aisle.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedMatrixTest {
  @ParameterizedTest
  @CsvSource({"1,1,1", "4,32,16", "5,33,7", "7,100,64", "64,31,3", "2,257,10", "0,9,4"})
  void multiplyIsTheNaiveProductPlusBias(int count, int rows, int columns) {
    float[] matrix = Numbers.floats(rows * columns, 1);
    float[] left = Numbers.floats(count * columns, 2);
    float[] bias = Numbers.floats(rows, 3);
    float[] out = new float[count * rows];
    float[] unbiased = new float[count * rows];
    Arrays.fill(out, Float.NaN);

    new PackedMatrix(matrix, rows, columns, bias).multiply(left, count, out);
    new PackedMatrix(matrix, rows, columns, null).multiply(left, count, unbiased);

    for (int u = 0; u < count; u++) {
      for (int i = 0; i < rows; i++) {
        double expected = 0;
        for (int k = 0; k < columns; k++) {
          expected += (double) left[u * columns + k] * matrix[i * columns + k];
        }
        assertThat((double) unbiased[u * rows + i]).isCloseTo(expected, within(1e-4));
        assertThat((double) out[u * rows + i]).isCloseTo(expected + bias[i], within(1e-4));
      }
    }
  }
}
