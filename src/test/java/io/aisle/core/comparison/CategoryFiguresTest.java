package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.rerank.Categories;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Items: 0 of X, 1 of X and Y, 2 of Y, 3 of no category. */
@Beside
class CategoryFiguresTest {
  private static final Categories CATEGORIES =
      new Categories(List.of("X", "Y"), new int[][] {{0}, {0, 1}, {1}, {}});

  private static final Categories NONE = new Categories(List.of(), new int[4][0]);

  /** History X .75, Y .25; list the other way round; the divergence was computed in Python. */
  @Test
  void calibrationIsTheDivergenceOfTheShares() {
    CategoryCalibration calibration = new CategoryCalibration(CATEGORIES);
    assertThat(divergence(calibration, new int[] {0, 1, 3}, new int[] {2, 3, 1}))
        .isCloseTo(0.5361264208996191, within(1e-12));
    // all of X against all of Y: what the smoothing leaves, ln 100
    assertThat(divergence(calibration, new int[] {0}, new int[] {2}))
        .isCloseTo(4.605170185988092, within(1e-12));
    assertThat(divergence(calibration, new int[] {0, 2}, new int[] {1, 1})).isZero();
  }

  @Test
  void withoutACategoryInHistoryOrListThereIsNoCalibration() {
    CategoryCalibration calibration = new CategoryCalibration(CATEGORIES);
    assertThat(divergence(calibration, new int[] {3}, new int[] {0})).isNaN();
    assertThat(divergence(calibration, new int[] {0}, new int[] {3})).isNaN();
    assertThat(divergence(new CategoryCalibration(NONE), new int[] {0}, new int[] {0})).isNaN();
  }

  @Test
  void diversityIsTheMeanDistanceOfThePairsThatHaveCategories() {
    ListDiversity diversity = new ListDiversity(CATEGORIES, train());
    // 0-1: 1 - 1/2, 0-2: 1, 1-2: 1 - 1/2; item 3 does not count
    assertThat(diversity.of(new int[][] {{0, 1, 3, 2}}, 10)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(diversity.of(new int[][] {{0, 1, 3, 2}, {0, 0}}, 2)).isCloseTo(0.25, within(1e-12));
    assertThat(diversity.of(new int[][] {{0}, {}, {3, 3}}, 10)).isNaN();
  }

  /** Users of 0: both; of 1: the first; of 2: the second; cosine of 0 and 1 is 1 / sqrt 2. */
  @Test
  void withoutCategoriesDistanceIsByTheUsersWhoTookBoth() {
    ListDiversity diversity = new ListDiversity(NONE, train());
    assertThat(diversity.of(new int[][] {{0, 1}}, 10))
        .isCloseTo(1 - 1 / Math.sqrt(2), within(1e-6));
    assertThat(diversity.of(new int[][] {{1, 2}}, 10)).isEqualTo(1);
  }

  private static double divergence(CategoryCalibration calibration, int[] history, int[] list) {
    return calibration.divergence(history, history.length, list, 10);
  }

  private static Interactions train() {
    return Rows.of(4, new int[] {0, 1}, new int[] {0, 2});
  }
}
