package io.aisle.core.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests of groups against numbers of R, corner cases, and the level that they keep. */
@Beside
class GroupTestTest {
  private static Moments of(double... values) {
    BitSet all = new BitSet();
    all.set(0, values.length);
    return Moments.of(all, values);
  }

  @Test
  void theLessCertainOfWelchAndPooledCounts() {
    Moments group = of(1, 2, 3, 4);
    Moments others = of(3, 5, 4, 9, 6, 7);
    // R: t.test(group, others, alternative = "less")$p.value is 0.0100154, and with the variance of
    // all ten in place of the two t is -2.0331 on 8 degrees, of which pt makes 0.0382429
    assertThat(GroupTest.below(group, others)).isCloseTo(0.0382429, within(1e-6));
    assertThat(GroupTest.below(others, group)).isEqualTo(1);
    assertThat(GroupTest.apart(group, others))
        .isCloseTo(2 * GroupTest.below(group, others), within(1e-12));
  }

  @Test
  void usersWhoAreAllTheSameAreNoCertainty() {
    double[] values = new double[1000];
    for (int user = 0; user < 50; user++) {
      values[20 * user] = 1; // one hit in twenty
    }
    BitSet without = new BitSet();
    IntStream.range(0, values.length).filter(u -> values[u] == 0).limit(50).forEach(without::set);
    BitSet all = new BitSet();
    all.set(0, values.length);
    Moments slice = Moments.of(without, values);
    double p = GroupTest.below(slice, Moments.of(all, values).minus(slice));
    assertThat(p).as("0.95^50 is 0.077").isBetween(0.02, 0.12);
  }

  @Test
  void nothingIsSaidOfTooFew() {
    assertThat(GroupTest.below(of(1), of(2, 3))).isEqualTo(1);
    assertThat(GroupTest.below(of(), of(2, 3))).isEqualTo(1);
    assertThat(GroupTest.below(of(1, 1), of(1, 1))).isEqualTo(1);
    assertThat(GroupTest.margin(of(1))).isNaN();
    assertThat(GroupTest.effect(of(1, 1), of(1, 1))).isZero();
  }

  @Test
  void theIntervalIsStudents() {
    // R: t.test(c(1, 2, 3, 4))$conf.int is 0.4457397 to 4.5542603
    assertThat(GroupTest.margin(of(1, 2, 3, 4))).isCloseTo(2.0542603, within(1e-6));
  }

  @Test
  void theLevelIsKeptForValuesWithALongTailOnEitherSide() {
    for (double sign : new double[] {1, -1}) {
      SplittableRandom random = new SplittableRandom(11);
      int rounds = 4000;
      int alarms = 0;
      for (int round = 0; round < rounds; round++) {
        double[] values = new double[400];
        for (int u = 0; u < values.length; u++) {
          values[u] = random.nextInt(10) == 0 ? sign * random.nextDouble() : 0;
        }
        BitSet group = new BitSet();
        group.set(0, 60);
        BitSet others = new BitSet();
        others.set(60, values.length);
        alarms +=
            GroupTest.below(Moments.of(group, values), Moments.of(others, values)) < 0.05 ? 1 : 0;
      }
      assertThat((double) alarms / rounds).isLessThan(0.065);
    }
  }

  @Test
  void adjustmentIsThatOfR() {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.5), "BH")
    assertThat(FalseDiscoveries.adjust(new double[] {0.01, 0.04, 0.03, 0.5}, 4))
        .containsExactly(new double[] {0.04, 0.05333333, 0.05333333, 0.5}, within(1e-7));
    assertThat(FalseDiscoveries.adjust(new double[] {0.01}, 50)[0]).isCloseTo(0.5, within(1e-12));
  }
}
