package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.SlimParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.ElasticNet;
import io.aisle.testkit.ModelContractTest;
import io.aisle.testkit.PlantedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlimTest extends ModelContractTest<SlimParams> {
  @Override
  protected ModelFamily<SlimParams> family() {
    return new SlimFamily();
  }

  @Override
  protected SlimParams params() {
    return new SlimParams(1, 0.1, true);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.SLIM);
  }

  /**
   * At the optimum, what is left of the products with the target is {@code ridge * w + lasso *
   * sign(w)} where a weight is not zero and at most {@code lasso} elsewhere.
   */
  @ParameterizedTest
  @CsvSource({"2,0.5,false", "2,0.5,true", "0.2,0.02,false", "30,1,true"})
  void theWeightsAreTheOptimumOfTheElasticNet(float ridge, float lasso, boolean nonNegative) {
    float[] gram = gram(PlantedData.many());
    int items = PlantedData.many().items();
    ElasticNet net = new ElasticNet(gram, items, ridge, lasso, nonNegative);
    int found = 0;
    for (int target = 0; target < items; target += 13) {
      net.solve(target, CancelSignal.NEVER);
      double[] weight = new double[items];
      for (int k = 0; k < net.support().length; k++) {
        weight[net.support()[k]] = net.weights()[k];
        found++;
      }
      assertThat(weight[target]).isZero();
      double slack = 0.05 * lasso + 1e-4 * gram[target * items + target];
      for (int i = 0; i < items; i++) {
        double left = gram[target * items + i];
        for (int k = 0; k < items; k++) {
          left -= gram[i * items + k] * weight[k];
        }
        if (weight[i] != 0) {
          assertThat(nonNegative && weight[i] < 0).isFalse();
          assertThat(left)
              .isCloseTo(ridge * weight[i] + lasso * Math.signum(weight[i]), within(slack));
        } else if (i != target) {
          assertThat(nonNegative ? left : Math.abs(left)).isLessThan(lasso + slack);
        }
      }
    }
    assertThat(found).isPositive();
  }

  /** Of two items and x = (1,1,1,0), (1,1,0,1): w = (2 - lasso) / (3 + ridge) both ways. */
  @Test
  void twoItemsGiveTheNumberThatCanBeWorkedOutByHand() {
    ElasticNet net = new ElasticNet(new float[] {3, 2, 2, 3}, 2, 1, 0.5f, false);
    net.solve(1, CancelSignal.NEVER);
    assertThat(net.support()).containsExactly(0);
    assertThat(net.weights()[0]).isCloseTo(1.5f / 4, within(1e-6f));
  }

  @Test
  void moreSparsityLeavesFewerWeights() {
    assertThat(cells(5)).isLessThan(cells(0.5));
  }

  private int cells(double sparsity) {
    try (ModelTrainer trainer =
        new SlimFamily()
            .trainer(
                new SlimParams(1, sparsity, false),
                training(),
                data(train()),
                compute(1, Parallel.SEQUENTIAL))) {
      assertThat(trainer.trainEpoch().loss()).isNaN();
      return trainer.weights().values("similarities", -1).length;
    }
  }

  @Test
  void moreItemsThanAMatrixHoldsAreSaidAtOnce() {
    int items = 46_001;
    SparseRows wide = new SparseRows(1, items, new int[] {0, 0}, new int[0], new float[0]);
    assertThatThrownBy(() -> GramRows.of(wide, "SLIM"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("SLIM compares all items with all")
        .hasMessageContaining("46001");
  }

  private static float[] gram(Interactions train) {
    SparseRows rows = Strength.PRESENCE.of(train);
    GramRows products = GramRows.of(rows, "SLIM");
    int items = train.items();
    float[] gram = new float[items * items];
    for (int i = 0; i < items; i++) {
      double[] sums = new double[items];
      products.add(i, items - 1, sums);
      for (int j = 0; j < items; j++) {
        gram[i * items + j] = (float) sums[j];
      }
    }
    return gram;
  }
}
