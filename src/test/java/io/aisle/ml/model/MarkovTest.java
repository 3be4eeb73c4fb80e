package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.MarkovParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.ModelContractTest;
import io.aisle.testkit.Rows;
import org.junit.jupiter.api.Test;

class MarkovTest extends ModelContractTest<MarkovParams> {
  @Override
  protected ModelFamily<MarkovParams> family() {
    return new MarkovFamily();
  }

  @Override
  protected MarkovParams params() {
    return new MarkovParams(1, 9, 0.9, 1);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.MARKOV);
  }

  /** Transitions: 0-1, 1-2, 0-1, 1-0; shares of the items 2/6, 2/6, 1/6, 1/6. */
  @Test
  void scoresAreTheProbabilitiesThatCanBeWorkedOutByHand() {
    Interactions train = Rows.of(4, new int[] {0, 1, 2}, new int[] {3}, new int[] {0, 1});
    float[] scores = scores(train, new MarkovParams(1, 2, 0.5, 1), 0, 1);
    // after 1 came 2 once; before it stood 0, which 1 followed twice
    double half = 0.5;
    assertThat(scores[0]).isCloseTo((float) (2 / 6.0 / 2 + half * 2 / 6.0 / 3), within(1e-6f));
    assertThat(scores[1])
        .isCloseTo((float) (2 / 6.0 / 2 + half * (2 + 2 / 6.0) / 3), within(1e-6f));
    assertThat(scores[2])
        .isCloseTo((float) ((1 + 1 / 6.0) / 2 + half * 1 / 6.0 / 3), within(1e-6f));
    assertThat(scores[3]).isCloseTo((float) (1 / 6.0 / 2 + half * 1 / 6.0 / 3), within(1e-6f));
  }

  @Test
  void withoutHistoryOrTransitionsThePopularItemsCome() {
    Interactions train = Rows.of(3, new int[] {0, 1}, new int[] {0, 1}, new int[] {1, 2});
    float[] shares = {2 / 6f, 3 / 6f, 1 / 6f};
    assertThat(scores(train, new MarkovParams(1, 1, 0.5, 3)))
        .containsExactly(shares, within(1e-6f));
    assertThat(scores(train, new MarkovParams(1, 1, 0.5, 3), 2))
        .containsExactly(shares, within(1e-6f));
    assertThat(scores(train, new MarkovParams(1, 1, 0.5, 0), 2))
        .containsExactly(shares, within(1e-6f));
  }

  @Test
  void theOrderOfAHistoryCounts() {
    Interactions train = Rows.of(3, new int[] {0, 1}, new int[] {1, 2}, new int[] {2, 0});
    MarkovParams newest = new MarkovParams(1, 1, 0, 0.1);
    assertThat(best(scores(train, newest, 0, 1))).isEqualTo(2);
    assertThat(best(scores(train, newest, 1, 0))).isEqualTo(1);
  }

  @Test
  void dataWithoutTimesThatAreSortedByItemLackTheOrder() {
    int[][] sorted = new int[12][];
    int[][] mixed = new int[12][];
    for (int u = 0; u < 12; u++) {
      sorted[u] = new int[] {u, u + 3, u + 5};
      mixed[u] = new int[] {u + 3, u, u + 5};
    }
    assertThat(lacks(Rows.of(20, sorted))).isTrue();
    assertThat(lacks(Rows.of(20, mixed))).isFalse();
    assertThat(lacks(Rows.timed(20, sorted, new long[36]))).isFalse();
  }

  private boolean lacks(Interactions train) {
    return family().lacks(params(), FitData.of(train)).isPresent();
  }

  private float[] scores(Interactions train, MarkovParams params, int... history) {
    try (ModelTrainer trainer =
        new MarkovFamily()
            .trainer(params, training(), FitData.of(train), compute(1, Parallel.SEQUENTIAL))) {
      assertThat(trainer.trainEpoch().loss()).isNaN();
      Interactions one = Rows.of(train.items(), history);
      HistoryBlock block = new HistoryBlock(new int[] {-1}, one.offsets(), one.item(), one.value());
      return scores(trainer.scorer(), block);
    }
  }

  private static int best(float[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
