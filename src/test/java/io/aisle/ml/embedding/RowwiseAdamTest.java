package io.aisle.ml.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.job.Parallel;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Row-wise Adam against the paper's update written out in doubles. */
@Beside
class RowwiseAdamTest {
  private static final int ROWS = 5;
  private static final int WIDTH = 3;
  private static final double RATE = 0.1;

  private final RowTable table = new RowTable(ROWS, WIDTH, numbers(ROWS * WIDTH));
  private final AdamArray dense = AdamArray.of(new float[] {1, -1});

  private static float[] numbers(int count) {
    float[] values = new float[count];
    for (int k = 0; k < count; k++) {
      values[k] = k / 10f - 0.5f;
    }
    return values;
  }

  /** A cell of rows 1 and 3, weighed, and one of row 3 again. */
  private static Bags bags() {
    Bags bags = new Bags();
    bags.add(1, 0.25f);
    bags.add(3, 0.75f);
    bags.endCell();
    bags.endCell();
    bags.single(3);
    return bags;
  }

  private static final float[] CELLS = {1, 2, -1, 9, 9, 9, 0.5f, -3, 2};

  private RowwiseAdam adam(double decay, double clip) {
    return new RowwiseAdam(table, dense, decay, clip, Parallel.SEQUENTIAL);
  }

  private static double written(double value, double decay, double... gradients) {
    double theta = value;
    double m = 0;
    double v = 0;
    for (int t = 1; t <= gradients.length; t++) {
      m = 0.9 * m + 0.1 * gradients[t - 1];
      v = 0.999 * v + 0.001 * gradients[t - 1] * gradients[t - 1];
      double step = m / (1 - Math.pow(0.9, t)) / (Math.sqrt(v / (1 - Math.pow(0.999, t))) + 1e-8);
      theta = theta - RATE * decay * theta - RATE * step;
    }
    return theta;
  }

  @Test
  void cellsAreWeighedSumsOfRows() {
    float[] out = new float[9];
    Arrays.fill(out, Float.NaN);
    float[] x = table.values().clone();
    table.pool(bags(), Parallel.SEQUENTIAL, out);
    for (int k = 0; k < WIDTH; k++) {
      assertThat(out[k]).isCloseTo(0.25f * x[3 + k] + 0.75f * x[9 + k], within(1e-6f));
      assertThat(out[3 + k]).isZero();
      assertThat(out[6 + k]).isEqualTo(x[9 + k]);
    }
  }

  @Test
  void twoStepsAreThoseOfThePaperAndOtherRowsStay() {
    float[] before = table.values().clone();
    RowwiseAdam adam = adam(0.2, 0);
    for (int s = 0; s < 2; s++) {
      adam.add(bags(), CELLS);
      adam.add(new float[] {0.5f, -2});
      adam.step(RATE, 1);
    }
    for (int k = 0; k < WIDTH; k++) {
      double one = 0.25 * CELLS[k];
      double three = 0.75 * CELLS[k] + CELLS[6 + k];
      assertThat((double) table.values()[3 + k])
          .isCloseTo(written(before[3 + k], 0.2, one, one), within(1e-6));
      assertThat((double) table.values()[9 + k])
          .isCloseTo(written(before[9 + k], 0.2, three, three), within(1e-6));
    }
    assertThat((double) dense.values()[0]).isCloseTo(written(1, 0.2, 0.5, 0.5), within(1e-6));
    assertThat((double) dense.values()[1]).isCloseTo(written(-1, 0.2, -2, -2), within(1e-6));
    for (int row : new int[] {0, 2, 4}) {
      assertThat(Arrays.copyOfRange(table.values(), row * WIDTH, (row + 1) * WIDTH))
          .isEqualTo(Arrays.copyOfRange(before, row * WIDTH, (row + 1) * WIDTH));
    }
    assertThat(adam.steps()).isEqualTo(2);
  }

  @Test
  void gradientsOfSeveralBatchesAreTakenAtTheirMean() {
    float[] before = table.values().clone();
    RowwiseAdam adam = adam(0, 0);
    Bags other = new Bags();
    other.single(0);
    adam.add(bags(), CELLS);
    adam.add(other, new float[] {4, 4, 4});
    adam.add(new float[] {1, 1});
    adam.add(new float[] {3, -1});
    adam.step(RATE, 2);
    assertThat((double) table.values()[0]).isCloseTo(written(before[0], 0, 2), within(1e-6));
    assertThat((double) dense.values()[0]).isCloseTo(written(1, 0, 2), within(1e-6));
    assertThat(dense.values()[1]).isEqualTo(-1);
    assertThat(dense.first()[0]).isCloseTo(0.2f, within(1e-6f));
  }

  @Test
  void oneNormClipsRowsAndDenseWeightsTogether() {
    RowwiseAdam adam = adam(0, 2.5);
    Bags one = new Bags();
    one.single(2);
    adam.add(one, new float[] {3, 0, 0});
    adam.add(new float[] {0, 4});
    adam.step(RATE, 1);
    assertThat(table.state().first()[6]).isCloseTo(0.1f * 1.5f, within(1e-6f));
    assertThat(dense.first()[1]).isCloseTo(0.1f * 2, within(1e-6f));
  }
}
