package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.ModelContractTest;
import io.aisle.testkit.PlantedData;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EaseTest extends ModelContractTest<EaseParams> {
  @Override
  protected ModelFamily<EaseParams> family() {
    return new EaseFamily();
  }

  @Override
  protected EaseParams params() {
    return new EaseParams(5);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.EASE);
  }

  /**
   * At the optimum the gradient of {@code |X - X B|^2 + lambda |B|^2} is zero off the diagonal:
   * {@code (G + lambda I) B = G} there, G being X^T X; and the diagonal of B is zero.
   */
  @Test
  void theWeightsAreTheConstrainedOptimum() {
    Interactions train = PlantedData.many();
    int items = train.items();
    double[][] gram = gram(train);
    float[] b;
    try (ModelTrainer trainer =
        new EaseFamily()
            .trainer(params(), training(), FitData.of(train), compute(1, Parallel.SEQUENTIAL))) {
      assertThat(trainer.trainEpoch().loss()).isNaN();
      b = trainer.weights().values("weights", items, items);
    }
    for (int i = 0; i < items; i += 7) {
      for (int j = 0; j < items; j++) {
        double product = 5.0 * b[i * items + j];
        for (int k = 0; k < items; k++) {
          product += gram[i][k] * b[k * items + j];
        }
        if (i == j) {
          assertThat(b[i * items + j]).isZero();
        } else {
          assertThat(product).isCloseTo(gram[i][j], within(1e-3));
        }
      }
    }
  }

  private static double[][] gram(Interactions train) {
    double[][] gram = new double[train.items()][train.items()];
    for (int u = 0; u < train.users(); u++) {
      int[] own = Arrays.stream(train.row(u)).distinct().toArray();
      for (int i : own) {
        for (int j : own) {
          gram[i][j]++;
        }
      }
    }
    return gram;
  }

  @Test
  void aRegularizationThatIsTooSmallIsNamed() {
    Interactions twins =
        new Interactions(
            2, 2, new int[] {0, 2, 4}, new int[] {0, 1, 0, 1}, new float[4], new long[0]);
    EaseParams params = new EaseParams(1e-16);
    try (ModelTrainer trainer =
        new EaseFamily()
            .trainer(params, training(), FitData.of(twins), compute(1, Parallel.SEQUENTIAL))) {
      assertThatThrownBy(trainer::trainEpoch)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("regularization");
    }
  }
}
