package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.DeepFmParams;
import io.aisle.domain.model.DinParams;
import io.aisle.domain.model.FmParams;
import io.aisle.domain.model.LogisticRegressionParams;
import io.aisle.domain.model.MlpParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.FmFamily;
import io.aisle.ml.model.LogisticRegressionFamily;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Predictor;
import io.aisle.testkit.Beside;
import io.aisle.testkit.RatedFilms;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * On real ratings, every model that predicts tells liked films from others with its defaults after
 * a few epochs at least as well as it did when the floor was set, less two standard errors (0.005
 * each). Chance is 0.5.
 */
@Beside
class PredictionFloorTest {
  private static RatedFilms films;

  @BeforeAll
  static void read() throws IOException {
    films = RatedFilms.read();
  }

  @Test
  void logisticRegression() {
    assertThat(auc(new LogisticRegressionFamily(), LogisticRegressionParams.DEFAULTS, 5))
        .isBetween(0.78, 0.80);
  }

  @Test
  void fm() {
    assertThat(auc(new FmFamily(), FmParams.DEFAULTS, 5)).isGreaterThan(0.79);
  }

  @Test
  void deepFm() {
    assertThat(auc(new DeepFmFamily(), DeepFmParams.DEFAULTS, 3)).isGreaterThan(0.777);
  }

  @Test
  void mlp() {
    assertThat(auc(new MlpFamily(), MlpParams.DEFAULTS, 3)).isGreaterThan(0.776);
  }

  @Test
  void din() {
    assertThat(auc(new DinFamily(), DinParams.DEFAULTS, 2)).isGreaterThan(0.75);
  }

  private static <P extends ModelParams> double auc(ModelFamily<P> family, P params, int epochs) {
    Compute compute =
        new Compute(
            new RunContext(42, new Device(Device.Kind.CPU, 0, "cpu", 0), 1),
            Parallel.SEQUENTIAL,
            CancelSignal.NEVER);
    TrainingSpec training = TrainingSpec.defaults(params.kind());
    try (ModelTrainer trainer = family.trainer(params, training, films.data(), compute)) {
      for (int epoch = 1; epoch <= epochs; epoch++) {
        assertThat(trainer.trainEpoch().epoch()).isEqualTo(epoch);
      }
      try (Predictor predictor = (Predictor) trainer.scorer()) {
        return films.auc(predictor);
      }
    }
  }
}
