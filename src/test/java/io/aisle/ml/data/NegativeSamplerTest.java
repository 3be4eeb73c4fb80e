package io.aisle.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Beside
class NegativeSamplerTest {
  private static final int DRAWS = 40_000;

  /** Users 0 to 15 have item 0, user 15 item 1 too; user 16 has nothing, nobody items 2 and 3. */
  private final SparseRows owned = owned();

  private static SparseRows owned() {
    int[] offsets = new int[18];
    int[] column = new int[17];
    for (int u = 0; u < 16; u++) {
      offsets[u + 1] = u + 1;
    }
    offsets[16] = 17;
    offsets[17] = 17;
    column[16] = 1;
    return new SparseRows(17, 4, offsets, column, new float[17]);
  }

  private double[] shares(NegativeSampling kind, int user) {
    NegativeSampler sampler = NegativeSampler.of(kind, owned);
    SplittableRandom random = new SplittableRandom(3);
    double[] shares = new double[4];
    for (int d = 0; d < DRAWS; d++) {
      shares[sampler.draw(user, random)] += 1.0 / DRAWS;
    }
    return shares;
  }

  private static void assertShares(double[] actual, double... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).as(Arrays.toString(actual)).isCloseTo(expected[i], within(0.01));
    }
  }

  @Test
  void eachKindHasItsShares() {
    assertShares(shares(NegativeSampling.UNIFORM, 16), 0.25, 0.25, 0.25, 0.25);
    // 16^0.75 = 8 against 1
    assertShares(shares(NegativeSampling.POPULARITY, 16), 8.0 / 9, 1.0 / 9, 0, 0);
    double half = 0.5 * 0.25;
    assertShares(shares(NegativeSampling.MIXED, 16), half + 4.0 / 9, half + 0.5 / 9, half, half);
    assertShares(shares(NegativeSampling.IN_BATCH, 16), 16.0 / 17, 1.0 / 17, 0, 0);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyGetsWhatHeHas(NegativeSampling kind) {
    NegativeSampler sampler = NegativeSampler.of(kind, owned);
    int[] user = new int[17];
    int[] item = new int[17];
    for (int u = 0; u < 17; u++) {
      user[u] = u;
      item[u] = owned.column()[u];
    }
    int[] out = new int[17 * 5];
    sampler.fill(user, item, 5, new SplittableRandom(1), out);
    for (int n = 0; n < out.length; n++) {
      assertThat(out[n]).isBetween(0, 3);
      assertThat(owned.contains(user[n / 5], out[n])).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoHasEverythingGetsNothing(NegativeSampling kind) {
    SparseRows all = new SparseRows(1, 2, new int[] {0, 2}, new int[] {0, 1}, new float[2]);
    NegativeSampler sampler = NegativeSampler.of(kind, all);
    SplittableRandom random = new SplittableRandom(1);
    assertThat(sampler.draw(0, random)).isEqualTo(NegativeSampler.NONE);
    assertThat(sampler.draw(0, (user, item) -> item, random)).isEqualTo(NegativeSampler.NONE);
  }

  @Test
  void theBatchLendsItsPositives() {
    NegativeSampler sampler = NegativeSampler.of(NegativeSampling.IN_BATCH, owned);
    int[] out = new int[40];
    sampler.fill(new int[] {16, 14}, new int[] {1, 0}, 20, new SplittableRandom(1), out);
    assertThat(Arrays.copyOfRange(out, 0, 20)).contains(0, 1).doesNotContain(2, 3);
    assertThat(Arrays.copyOfRange(out, 20, 40)).containsOnly(1);
  }

  @Test
  void theHardestOfAFewIsTaken() {
    NegativeSampler sampler = NegativeSampler.of(NegativeSampling.HARD, owned);
    SplittableRandom random = new SplittableRandom(1);
    double best = 0;
    for (int d = 0; d < DRAWS; d++) {
      best += sampler.draw(16, (user, item) -> item, random) == 3 ? 1.0 / DRAWS : 0;
    }
    assertThat(best).isCloseTo(1 - Math.pow(0.75, sampler.candidates()), within(0.01));
  }

  @Test
  void someItemsOnly() {
    NegativeSampler some =
        NegativeSampler.of(NegativeSampling.POPULARITY, owned).among(new int[] {1, 3});
    SplittableRandom random = new SplittableRandom(1);
    for (int d = 0; d < 100; d++) {
      assertThat(some.draw(16, random)).isEqualTo(1);
    }
    // nothing popular is left to the user, so the others are looked through
    assertThat(some.draw(15, random)).isEqualTo(3);
  }

  @Test
  void oneSeedGivesOneSeries() {
    NegativeSampler sampler = NegativeSampler.of(NegativeSampling.MIXED, owned);
    SplittableRandom first = new SplittableRandom(9);
    SplittableRandom second = new SplittableRandom(9);
    for (int d = 0; d < 100; d++) {
      assertThat(sampler.draw(3, first)).isEqualTo(sampler.draw(3, second));
    }
  }
}
