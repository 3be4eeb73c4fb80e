package io.aisle.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Bands around lines as polygons. */
class StripTest {
  private static final double NONE = Double.NaN;

  @Test
  void aBandGoesAlongTheTopAndBackAlongTheBottom() {
    List<Strip> strips = Strip.of(new double[] {1, 2}, new double[] {5, 6}, new double[] {3, 4}, 2);
    assertThat(strips).hasSize(1);
    assertThat(strips.getFirst().x()).containsExactly(1, 2, 2, 1);
    assertThat(strips.getFirst().y()).containsExactly(5, 6, 4, 3);
  }

  @Test
  void itBreaksWhereThereIsNoIntervalAndSinglePointsHaveNone() {
    List<Strip> strips =
        Strip.of(
            new double[] {1, 2, 3, 4, 5, 6},
            new double[] {1, 1, NONE, 1, 1, 1},
            new double[] {0, 0, 0, 0, NONE, 0},
            6);
    assertThat(strips).hasSize(1);
    assertThat(strips.getFirst().x()).containsExactly(1, 2, 2, 1);
    assertThat(Strip.of(new double[0], new double[0], new double[0], 0)).isEmpty();
  }
}
