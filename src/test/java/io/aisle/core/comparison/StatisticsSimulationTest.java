package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * What intervals and tests promise, looked at over 1,000 data sets whose truth is known. Values are
 * like those of ranking metrics: mostly 0, the rest between 0 and 1; runs are paired.
 */
@Beside
class StatisticsSimulationTest {
  private static final int DRAWS = 1000;
  private static final int USERS = 80;
  private static final double HIT = 0.4;

  /** Mean of a value: a hit is uniform between 0.2 and 1. */
  private static final double TRUTH = HIT * 0.6;

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(11);
    int held = 0;
    int heldDifference = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] one = values(random, USERS);
      double[] other = values(random, USERS);
      Bootstrap bootstrap = new Bootstrap(new double[][] {one, other}, draw);
      held += holds(bootstrap.mean(0), TRUTH) ? 1 : 0;
      heldDifference += holds(bootstrap.difference(1, 0), 0) ? 1 : 0;
    }
    assertThat(share(held)).isBetween(0.93, 0.97);
    assertThat(share(heldDifference)).isBetween(0.93, 0.97);
  }

  /** Three hits in ten are lost, so that 0.7 of the mean is kept: how robust runs are. */
  @Test
  void intervalsOfWhatIsKeptHoldTheTruthAsOftenAsTheySay() {
    SplittableRandom random = new SplittableRandom(12);
    int held = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] before = values(random, 2 * USERS);
      double[] after = before.clone();
      Arrays.setAll(after, user -> random.nextDouble() < 0.7 ? before[user] : 0);
      held += holds(new Bootstrap(new double[][] {after, before}, draw).ratio(0, 1), 0.7) ? 1 : 0;
    }
    assertThat(share(held)).isBetween(0.93, 0.97);
  }

  @Test
  void betweenEqualRunsTheTestRaisesAFalseAlarmAsOftenAsItSays() {
    SplittableRandom random = new SplittableRandom(13);
    int alarms = 0;
    int draws = 10 * DRAWS;
    for (int draw = 0; draw < draws; draw++) {
      double[] differences = values(random, USERS);
      double[] other = values(random, USERS);
      Arrays.setAll(differences, u -> differences[u] - other[u]);
      alarms += PairedTest.of(differences).pValue() < 0.05 ? 1 : 0;
    }
    assertThat((double) alarms / draws).isBetween(0.04, 0.06);
  }

  /** Five runs that are all as good as the reference: any false finding among them counts. */
  @Test
  void holmKeepsTheChanceOfAnyFalseFindingOfAFamily() {
    SplittableRandom random = new SplittableRandom(14);
    int corrected = 0;
    int plain = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      double[][] runs = new double[6][];
      Arrays.setAll(runs, run -> values(random, USERS));
      double[] p = new double[runs.length - 1];
      for (int run = 0; run < p.length; run++) {
        double[] other = runs[run + 1];
        double[] differences = new double[USERS];
        Arrays.setAll(differences, u -> other[u] - runs[0][u]);
        p[run] = PairedTest.of(differences).pValue();
      }
      corrected += Arrays.stream(Holm.adjust(p)).anyMatch(each -> each < 0.05) ? 1 : 0;
      plain += Arrays.stream(p).anyMatch(each -> each < 0.05) ? 1 : 0;
    }
    assertThat(share(corrected)).isBetween(0.02, 0.06);
    // without the correction it is far more, so what is asked above can fail
    assertThat(share(plain)).isGreaterThan(0.1);
  }

  private static double[] values(SplittableRandom random, int users) {
    double[] values = new double[users];
    Arrays.setAll(values, u -> random.nextDouble() < HIT ? 0.2 + 0.8 * random.nextDouble() : 0);
    return values;
  }

  private static boolean holds(Interval interval, double truth) {
    return interval.low() <= truth && truth <= interval.high();
  }

  private static double share(int count) {
    return (double) count / DRAWS;
  }
}
