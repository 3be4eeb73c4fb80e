package io.aisle.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MinMaxTest {
  private static final int COUNT = 100_000;
  private static final Axis UP = new Axis(Axis.Kind.LINEAR, 0, 1, 100, 0);

  @Test
  void oneSpikeAmongAHundredThousandStaysInSight() {
    double[] values = new double[COUNT];
    values[54_321] = 1;
    MinMax drawn = MinMax.of(times(), values, across(0, COUNT - 1), UP);
    assertThat(drawn.dense()).isTrue();
    assertThat(drawn.x()).hasSize(500);
    assertThat(Arrays.stream(drawn.high()).filter(y -> y == 0)).hasSize(1);
  }

  @Test
  void eachColumnSpansItsLowestAndHighestValue() {
    Random random = new Random(5);
    double[] values = random.doubles(COUNT).toArray();
    Axis across = across(0, COUNT - 1);
    MinMax drawn = MinMax.of(times(), values, across, UP);
    for (int column : new int[] {0, 77, 498}) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < COUNT; i++) {
        if ((int) Math.floor(across.at(i)) - 10 == column) {
          low = Math.min(low, values[i]);
          high = Math.max(high, values[i]);
        }
      }
      assertThat(drawn.high()[column]).isLessThanOrEqualTo(UP.at(high) + 1e-9);
      assertThat(drawn.low()[column]).isGreaterThanOrEqualTo(UP.at(low) - 1e-9);
    }
  }

  @Test
  void neighbouringColumnsTouch() {
    double[] values = new double[COUNT];
    Arrays.fill(values, COUNT / 2, COUNT, 1);
    MinMax drawn = MinMax.of(times(), values, across(0, COUNT - 1), UP);
    assertThat(
            IntStream.range(0, 500)
                .filter(column -> drawn.high()[column] == 0 && drawn.low()[column] == 100))
        .as("the column with the way from 0 up to 1")
        .hasSize(1);
  }

  @Test
  void aPointWithoutNeighboursIsADot() {
    Axis across = across(0, 5);
    assertThat(MinMax.of(new long[] {3}, new double[] {1}, across, UP).alone()).containsExactly(0);
    double[] values = {1, Double.NaN, 1, 1, Double.NaN, 1};
    assertThat(MinMax.of(new long[] {0, 1, 2, 3, 4, 5}, values, across, UP).alone())
        .containsExactly(0, 5);
  }

  @Test
  void aGapStaysAGap() {
    double[] values = new double[COUNT];
    Arrays.fill(values, 20_000, 40_000, Double.NaN);
    MinMax drawn = MinMax.of(times(), values, across(0, COUNT - 1), UP);
    assertThat(Arrays.stream(drawn.low()).filter(Double::isNaN).count()).isBetween(98L, 101L);
  }

  @Test
  void aFewPointsAreALineWithOneBeyondEachEnd() {
    MinMax drawn = MinMax.of(times(), new double[COUNT], across(100, 200), UP);
    assertThat(drawn.dense()).isFalse();
    assertThat(drawn.x()).hasSize(103);
    assertThat(drawn.x()[0]).isLessThan(10);
    assertThat(drawn.x()[1]).isEqualTo(10, within(1e-9));
  }

  private static Axis across(double from, double to) {
    return new Axis(Axis.Kind.TIME, from, to, 10, 510);
  }

  private static long[] times() {
    return LongStream.range(0, COUNT).toArray();
  }
}
