package io.aisle.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Beside
class NarrowProductTest {
  @ParameterizedTest
  @CsvSource({"1,1", "8,3", "33,5", "64,256", "70,257", "40,600"})
  void bothProductsAreTheNaiveOnes(int columns, int depth) {
    int side = NarrowProduct.side(columns);
    int stride = NarrowProduct.side(Math.max(depth, 100) + 1);
    float[] a = Numbers.floats(stride * stride, 1);
    float[] x = Numbers.floats(depth * side, 2);
    float[] byRows = new float[stride * side];
    float[] byColumns = new float[stride * side];
    Arrays.fill(byRows, Float.NaN);
    Arrays.fill(byColumns, Float.NaN);

    NarrowProduct.ofRows(a, stride, 0, 64, depth, x, side, byRows);
    NarrowProduct.ofRows(a, stride, 64, 83, depth, x, side, byRows);
    NarrowProduct.ofColumns(a, stride, 0, 83, depth, x, side, byColumns);

    for (int row = 0; row < 83; row++) {
      for (int column = 0; column < columns; column++) {
        double expected = 0;
        double turned = 0;
        for (int k = 0; k < depth; k++) {
          expected += (double) a[row * stride + k] * x[k * side + column];
          turned += (double) a[k * stride + row] * x[k * side + column];
        }
        assertThat((double) byRows[row * side + column]).isCloseTo(expected, within(1e-4));
        assertThat((double) byColumns[row * side + column]).isCloseTo(turned, within(1e-4));
      }
    }
  }
}
