package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@Beside
class BootstrapTest {
  @Test
  void agreesWithNumPy() throws IOException {
    PairedReference reference = PairedReference.read();
    Bootstrap bootstrap = new Bootstrap(new double[][] {reference.first(), reference.second()}, 1);

    // the ends of 10,000 resamples vary by about 0.03 standard errors of 0.0135 and 0.0050
    assertThat(bootstrap.mean(0).low()).isCloseTo(reference.firstInterval()[0], within(0.0015));
    assertThat(bootstrap.mean(0).high()).isCloseTo(reference.firstInterval()[1], within(0.0015));
    Interval difference = bootstrap.difference(1, 0);
    assertThat(difference.low()).isCloseTo(reference.differenceInterval()[0], within(0.0006));
    assertThat(difference.high()).isCloseTo(reference.differenceInterval()[1], within(0.0006));
  }

  /** Of two users with 0 and 1, a quarter of the resamples has mean 0 and a quarter mean 1. */
  @Test
  void aSmallCaseIsAsEnumeratedByHand() {
    Bootstrap two = new Bootstrap(new double[][] {{0, 1}}, 1);
    assertThat(two.mean(0)).isEqualTo(new Interval(0, 1));

    // five users, one hit: no hit drawn with .32768, four or five hits with .0067, three with .0512
    Bootstrap five = new Bootstrap(new double[][] {{0, 0, 5, 0, 0}}, 1);
    assertThat(five.mean(0)).isEqualTo(new Interval(0, 3));
  }

  @Test
  void runsStayPaired() {
    double[] first = {0.1, 0.9, 0.4, 0.3, 0.8, 0.0};
    double[] second = Arrays.stream(first).map(v -> v + 0.25).toArray();
    Interval difference = new Bootstrap(new double[][] {first, second}, 3).difference(1, 0);

    assertThat(difference.low()).isCloseTo(0.25, within(1e-7));
    assertThat(difference.high()).isCloseTo(0.25, within(1e-7));
    assertThat(difference.excludesZero()).isTrue();
  }

  @Test
  void theSameSeedGivesTheSameDigits() {
    double[][] values = {{0.1, 0.9, 0.4, 0.3, 0.8, 0.0, 0.2, 0.7}};

    assertThat(new Bootstrap(values, 3).mean(0)).isEqualTo(new Bootstrap(values, 3).mean(0));
  }

  @Test
  void groupsOfUsersGiveIntervalsOfTheSameWidth() {
    SplittableRandom random = new SplittableRandom(5);
    // groups of one and of two users: the worst case of unequal sizes
    double[] values = random.doubles(Bootstrap.MAX_UNITS * 3 / 2, 0, 1).toArray();
    Interval interval = new Bootstrap(new double[][] {values}, 1).mean(0);

    double error = Math.sqrt(1.0 / 12 / values.length);
    assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * error, within(0.2 * error));
    assertThat((interval.high() + interval.low()) / 2)
        .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(0.1 * error));
  }

  @Test
  void noUsersHaveNoInterval() {
    assertThat(new Bootstrap(new double[][] {{}}, 1).mean(0)).isEqualTo(Interval.NONE);
  }

  @Test
  void aRangeThatTouchesZeroDoesNotExcludeIt() {
    assertThat(new Interval(0, 1).excludesZero()).isFalse();
    assertThat(new Interval(-1, 0).excludesZero()).isFalse();
    assertThat(new Interval(-2, -1).excludesZero()).isTrue();
    assertThat(Interval.NONE.excludesZero()).isFalse();
  }
}
