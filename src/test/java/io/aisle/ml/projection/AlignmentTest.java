package io.aisle.ml.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@Beside
class AlignmentTest {
  private static Rows random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] data = new float[100 * 4];
    for (int k = 0; k < data.length; k++) {
      data[k] = (float) random.nextGaussian();
    }
    return new Rows(100, 4, data).unit();
  }

  /** Columns swapped and one mirrored. */
  private static Rows turned(Rows rows) {
    float[] data = new float[rows.data().length];
    for (int i = 0; i < rows.count(); i++) {
      for (int k = 0; k < 4; k++) {
        data[i * 4 + (k + 1) % 4] = (k == 0 ? -1 : 1) * rows.data()[i * 4 + k];
      }
    }
    return new Rows(rows.count(), 4, data);
  }

  @Test
  void aTurnedSpaceIsTheSameSpace() {
    Rows rows = random(1);
    for (double shift : Alignment.shifts(rows, turned(rows))) {
      assertThat(shift).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void theOneVectorThatWasMovedIsFound() {
    Rows rows = random(1);
    Rows moved = turned(rows);
    for (int k = 0; k < 4; k++) {
      moved.data()[17 * 4 + k] *= -1;
    }
    double[] shifts = Alignment.shifts(rows, moved);
    for (int i = 0; i < shifts.length; i++) {
      assertThat(shifts[i]).isBetween(i == 17 ? 1.9 : -1e-9, i == 17 ? 2.0 : 0.05);
    }
  }

  @Test
  void widthsMayDiffer() {
    Rows rows = random(1);
    float[] wide = new float[100 * 6];
    for (int i = 0; i < 100; i++) {
      System.arraycopy(rows.data(), i * 4, wide, i * 6 + 2, 4);
    }
    for (double shift : Alignment.shifts(rows, new Rows(100, 6, wide))) {
      assertThat(shift).isCloseTo(0, within(1e-5));
    }
    for (double shift : Alignment.shifts(new Rows(100, 6, wide), rows)) {
      assertThat(shift).isCloseTo(0, within(1e-5));
    }
  }
}
