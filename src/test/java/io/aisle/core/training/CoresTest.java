package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cores that were set hold where an experiment leaves them open. */
class CoresTest {
  private static int granted(int setting, int asked) {
    TrainingSpec training = TrainingSpec.defaults(ModelKind.EASE).withThreads(asked);
    Experiment experiment =
        new Experiment("x", null, null, null, null, ModelKind.EASE.defaults(), training);
    return new Cores(() -> setting)
        .grant(new ReadExperiment(experiment, List.of()))
        .experiment()
        .training()
        .threads();
  }

  @Test
  void theSettingFillsWhatIsLeftOpenAndNothingElse() {
    assertThat(granted(1, 0)).isEqualTo(1);
    assertThat(granted(0, 0)).isZero();
    assertThat(granted(1, 2)).isEqualTo(2);
    assertThat(granted(100_000, 0)).isEqualTo(Runtime.getRuntime().availableProcessors());
  }
}
