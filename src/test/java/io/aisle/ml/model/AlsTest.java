package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import io.aisle.testkit.ModelContractTest;
import io.aisle.testkit.PlantedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlsTest extends ModelContractTest<AlsParams> {
  @Override
  protected ModelFamily<AlsParams> family() {
    return new AlsFamily();
  }

  @Override
  protected AlsParams params() {
    return new AlsParams(8, 1, 4, false);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.ALS);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lossIsTheObjectiveAndItFalls(boolean scaled) {
    AlsParams params = new AlsParams(8, 0.5, 3, scaled);
    Interactions many = PlantedData.many();
    double before = Double.POSITIVE_INFINITY;
    try (ModelTrainer trainer =
        new AlsFamily()
            .trainer(params, training(), FitData.of(many), compute(1, Parallel.SEQUENTIAL))) {
      for (int epoch = 0; epoch < 3; epoch++) {
        double loss = trainer.trainEpoch().loss();
        double expected = objective(params, many, trainer.weights());
        assertThat(loss).isCloseTo(expected, within(expected * 1e-4));
        assertThat(loss).isLessThan(before);
        before = loss;
      }
    }
  }

  /** Formula (3) of the paper, term by term, per distinct interaction. */
  private static double objective(AlsParams params, Interactions train, Weights weights) {
    SparseRows rows = SparseRows.of(train);
    SparseRows columns = rows.transposed();
    float[] users = weights.tensors().get("user_factors").data();
    float[] items = weights.tensors().get("item_factors").data();
    int size = params.embeddingSize();
    double sum = 0;
    for (int u = 0; u < rows.rows(); u++) {
      double[] value = new double[rows.columns()];
      for (int k = rows.offsets()[u]; k < rows.offsets()[u + 1]; k++) {
        value[rows.column()[k]] = rows.value()[k];
      }
      for (int i = 0; i < rows.columns(); i++) {
        double score = 0;
        for (int k = 0; k < size; k++) {
          score += (double) users[u * size + k] * items[i * size + k];
        }
        double wanted = value[i] > 0 ? 1 : 0;
        sum += (1 + params.alpha() * value[i]) * (wanted - score) * (wanted - score);
      }
      sum += penalty(params, users, u, rows.length(u));
    }
    for (int i = 0; i < columns.rows(); i++) {
      sum += penalty(params, items, i, columns.length(i));
    }
    return sum / rows.size();
  }

  private static double penalty(AlsParams params, float[] factors, int row, int interactions) {
    double squares = 0;
    for (int k = 0; k < params.embeddingSize(); k++) {
      double value = factors[row * params.embeddingSize() + k];
      squares += value * value;
    }
    return params.regularization() * squares * (params.scaleRegularization() ? interactions : 1);
  }

  @Test
  void aStrangerWithTheHistoryOfAUserGetsTheScoresOfThatUser() {
    try (ModelTrainer trainer = trained(compute(1, Parallel.SEQUENTIAL), 5);
        Scorer scorer = trainer.scorer()) {
      float[] known = scores(scorer, everyone());
      float[] folded = scores(scorer, strangers());
      for (int at = 0; at < known.length; at++) {
        assertThat(folded[at]).isCloseTo(known[at], within(1e-4f));
      }
    }
  }

  @Test
  void theFactorsOfManyInteractionsAreThoseOfTheirParts() {
    // more than are gathered at a time, so that the matrix is summed in several goes
    int items = 700;
    Interactions one = row(items);
    AlsParams params = new AlsParams(4, 2, 3, false);
    try (ModelTrainer trainer =
        new AlsFamily()
            .trainer(params, training(), FitData.of(one), compute(1, Parallel.SEQUENTIAL))) {
      double loss = trainer.trainEpoch().loss();
      assertThat(loss)
          .isCloseTo(objective(params, one, trainer.weights()), within(1e-3 * Math.abs(loss)));
    }
  }

  private static Interactions row(int items) {
    int[] item = new int[items];
    float[] value = new float[items];
    for (int i = 0; i < items; i++) {
      item[i] = i;
      value[i] = 1 + i % 3;
    }
    return new Interactions(1, items, new int[] {0, items}, item, value, new long[0]);
  }
}
