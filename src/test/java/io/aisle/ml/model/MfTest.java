package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.MfParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import io.aisle.testkit.ModelContractTest;
import io.aisle.testkit.PlantedData;
import io.aisle.testkit.Rows;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MfTest extends ModelContractTest<MfParams> {
  @Override
  protected ModelFamily<MfParams> family() {
    return new MfFamily();
  }

  @Override
  protected MfParams params() {
    return new MfParams(4, 0.05);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.MF);
  }

  @Override
  protected Set<String> fixedTensors() {
    return Set.of("scale");
  }

  /** The planted interactions are all alike: each gets some rating. */
  @Override
  protected FitData data(Interactions interactions) {
    float[] value = new float[interactions.size()];
    for (int k = 0; k < value.length; k++) {
      value[k] = 1 + (k + interactions.item()[k]) % 5;
    }
    return FitData.of(
        new Interactions(
            interactions.users(),
            interactions.items(),
            interactions.offsets(),
            interactions.item(),
            value,
            interactions.time()));
  }

  /** Users with an even number give even items five stars and odd ones a single one. */
  private static Interactions ratings() {
    int items = PlantedData.ITEMS;
    Interactions random = Rows.random(PlantedData.USERS, items, 20, 3);
    float[] value = new float[random.size()];
    for (int u = 0; u < random.users(); u++) {
      for (int k = random.offsets()[u]; k < random.offsets()[u + 1]; k++) {
        value[k] = random.item()[k] % 2 == u % 2 ? 5 : 1;
      }
    }
    return new Interactions(
        random.users(), items, random.offsets(), random.item(), value, random.time());
  }

  @Test
  @Override
  protected void thePlantedPatternIsLearned() {
    Interactions train = ratings();
    int[] users = {0, 1, 2, 3, 4, 5, 6, 7};
    HistoryBlock block = HistoryBlock.of(train, users, 0, users.length);
    try (ModelTrainer trainer =
        family()
            .trainer(params(), training(), FitData.of(train), compute(1, Parallel.SEQUENTIAL))) {
      for (int epoch = 1; epoch <= training().epochs(); epoch++) {
        assertThat(trainer.trainEpoch().epoch()).isEqualTo(epoch);
      }
      Predictor predictor = (Predictor) trainer.scorer();
      assertThat(predictor.target()).isEqualTo(Predictor.Target.RATING);
      float[] scores = scores(predictor, block);
      float[] out = new float[users.length];
      for (int i = 0; i < train.items(); i++) {
        int[] item = new int[users.length];
        Arrays.fill(item, i);
        predictor.predict(block, item, new long[users.length], out);
        for (int u = 0; u < users.length; u++) {
          if (train.length(u) >= 4) {
            assertThat(out[u]).isCloseTo(i % 2 == u % 2 ? 5 : 1, within(1f));
          }
          assertThat(out[u]).isBetween(1f, 5f);
          assertThat(out[u])
              .isCloseTo(Math.clamp(scores[u * train.items() + i], 1, 5), within(1e-4f));
        }
      }
    }
  }

  @Test
  void lossIsTheObjectiveAndItFalls() {
    Interactions many = PlantedData.many();
    double before = Double.POSITIVE_INFINITY;
    try (ModelTrainer trainer =
        new MfFamily()
            .trainer(params(), training(), FitData.of(many), compute(1, Parallel.SEQUENTIAL))) {
      for (int epoch = 0; epoch < 4; epoch++) {
        double loss = trainer.trainEpoch().loss();
        double expected = objective(many, trainer.weights());
        assertThat(loss).isCloseTo(expected, within(expected * 1e-3));
        assertThat(loss).isLessThan(before);
        before = loss;
      }
    }
  }

  /** The objective of the help page, term by term, over the last rating of each pair. */
  private double objective(Interactions train, Weights weights) {
    SparseRows ratings = MfSolver.ratings(train);
    int size = params().embeddingSize() + 1;
    float[] users = weights.values("user_factors", train.users(), size);
    float[] items = weights.values("item_factors", train.items(), size);
    double mean = weights.values("scale", 3)[0];
    double sum = 0;
    for (int u = 0; u < train.users(); u++) {
      for (int k = ratings.offsets()[u]; k < ratings.offsets()[u + 1]; k++) {
        int p = u * size;
        int q = ratings.column()[k] * size;
        double rest = ratings.value()[k] - mean - users[p] - items[q];
        double penalty = users[p] * users[p] + items[q] * items[q];
        for (int f = 1; f < size; f++) {
          rest -= (double) users[p + f] * items[q + f];
          penalty += users[p + f] * users[p + f] + items[q + f] * items[q + f];
        }
        sum += rest * rest + params().regularization() * penalty;
      }
    }
    return sum / ratings.size();
  }

  @Test
  void aStrangerWithTheHistoryOfAUserGetsTheScoresOfThatUser() {
    Interactions many = PlantedData.many();
    int[] users = {0, 1, 2, 3, 4};
    HistoryBlock known = HistoryBlock.of(many, users, 0, 5);
    HistoryBlock strangers =
        new HistoryBlock(
            new int[] {-1, -1, -1, -1, -1}, known.offsets(), known.item(), known.value());
    try (ModelTrainer trainer =
        new MfFamily()
            .trainer(params(), training(), FitData.of(many), compute(1, Parallel.SEQUENTIAL))) {
      assertThat(trainer.trainEpoch().epoch()).isEqualTo(1);
      float[] expected = scores(trainer.scorer(), known);
      assertThat(scores(trainer.scorer(), strangers)).containsExactly(expected, within(1e-4f));
    }
  }

  @Test
  void dataWithoutRatingsAreNamed() {
    assertThat(family().lacks(params(), FitData.of(train()))).isPresent();
    assertThat(family().lacks(params(), FitData.of(ratings()))).isEmpty();
    FitData weighted =
        new FitData(ratings(), true, OptionalDouble.empty(), FitData.of(train()).features());
    assertThat(family().lacks(params(), weighted)).isPresent();
  }
}
