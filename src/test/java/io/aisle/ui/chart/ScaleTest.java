package io.aisle.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void endsMapToEndsAndBack() {
    Scale scale = Scale.of(2, 4, 100, 300);
    assertThat(scale.at(2)).isEqualTo(100);
    assertThat(scale.at(4)).isEqualTo(300);
    assertThat(scale.back(200)).isEqualTo(3, within(1e-12));
  }

  @Test
  void ticksAreRoundAndInside() {
    assertThat(Scale.of(0.013, 0.121, 0, 1).ticks(4))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b))
        .containsExactly(0.05, 0.1);
    assertThat(Scale.of(-1, 1, 0, 1).ticks(4)).contains(0.0);
  }

  @Test
  void decimalsTellTicksApart() {
    assertThat(Scale.of(0, 0.1, 0, 1).decimals(4)).isEqualTo(2);
    assertThat(Scale.of(0, 1000, 0, 1).decimals(4)).isZero();
  }

  @Test
  void aSpanOfNothingIsWidened() {
    Scale scale = Scale.of(5, 5, 0, 10);
    assertThat(scale.at(5)).isEqualTo(5, within(1e-9));
  }

  @Test
  void noValuesStillMakeAScale() {
    Scale scale = Scale.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, 10);
    assertThat(scale.ticks(2)).isNotEmpty();
  }

  @Test
  void aSpanBelowThePrecisionOfItsNumbersStillEnds() {
    assertThat(new Scale(1e15, 1e15 + 0.25, 0, 1).ticks(5)).hasSizeLessThan(10);
    assertThat(new Scale(0, Double.POSITIVE_INFINITY, 0, 1).ticks(5)).hasSizeLessThan(10);
  }
}
