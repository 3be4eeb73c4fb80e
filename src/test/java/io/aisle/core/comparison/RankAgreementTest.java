package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import org.junit.jupiter.api.Test;

@Beside
class RankAgreementTest {
  @Test
  void overlapIsByTheLongerList() {
    assertThat(overlap(new int[] {1, 2, 3}, new int[] {3, 1, 9})).isEqualTo(2 / 3.0);
    assertThat(overlap(new int[] {1}, new int[] {1, 2})).isEqualTo(0.5);
    assertThat(overlap(new int[0], new int[0])).isNaN();
  }

  @Test
  void overlapLooksNoDeeperThanAsked() {
    assertThat(RankAgreement.overlap(new int[] {1, 2, 3}, new int[] {2, 9, 1}, 2)).isEqualTo(0.5);
  }

  /**
   * Computed in Python from the definition, (1 - p) times the sum of p^(d-1) A_d over 3,000 depths,
   * the agreement beyond the lists being that at their end.
   */
  @Test
  void rankBiasedOverlapIsAsSummedElsewhere() {
    assertThat(biased(new int[] {1, 2, 3, 4, 5}, new int[] {3, 1, 9, 2, 8}))
        .isCloseTo(0.547335, within(1e-12));
    assertThat(biased(new int[] {1, 2, 3}, new int[] {2, 1, 7, 8, 3, 9, 4}))
        .isCloseTo(0.7288836428571426, within(1e-12));
    assertThat(biased(new int[] {5}, new int[] {1, 2, 5})).isCloseTo(0.27, within(1e-12));
  }

  @Test
  void theSameListAgreesWhollyAndADisjointOneNotAtAll() {
    assertThat(biased(new int[] {4, 2, 7}, new int[] {4, 2, 7})).isCloseTo(1, within(1e-12));
    assertThat(biased(new int[] {1, 2}, new int[] {3, 4})).isZero();
    assertThat(biased(new int[0], new int[] {3})).isZero();
    assertThat(biased(new int[0], new int[0])).isNaN();
  }

  @Test
  void meansLeaveOutUsersWithoutAnyList() {
    int[][] one = {{1, 2}, {}, {1, 2}};
    int[][] other = {{1, 2}, {}, {3, 4}};
    assertThat(RankAgreement.rankBiased(one, other)).isCloseTo(0.5, within(1e-12));
    assertThat(RankAgreement.overlap(one, other, 2)).isEqualTo(0.5);
  }

  private static double overlap(int[] one, int[] other) {
    return RankAgreement.overlap(one, other, 10);
  }

  private static double biased(int[] one, int[] other) {
    double there = RankAgreement.rankBiased(one, other, 0.9);
    double back = RankAgreement.rankBiased(other, one, 0.9);
    assertThat(back).isEqualTo(Double.valueOf(there)); // it does not matter which list comes first
    return there;
  }
}
