package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.PopularityParams;
import io.aisle.testkit.ModelContractTest;
import org.junit.jupiter.api.Test;

class PopularityTest extends ModelContractTest<PopularityParams> {
  @Override
  protected ModelFamily<PopularityParams> family() {
    return new PopularityFamily();
  }

  @Override
  protected PopularityParams params() {
    return PopularityParams.DEFAULTS;
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.POPULARITY);
  }

  /** Popularity knows no tastes: its pattern is the counts themselves. */
  @Test
  @Override
  protected void thePlantedPatternIsLearned() {
    int[] counts = train().itemCounts();
    try (ModelTrainer trainer = trained(compute(1, Parallel.SEQUENTIAL), 1);
        Scorer scorer = trainer.scorer()) {
      float[] scores = scores(scorer, strangers());
      for (int at = 0; at < scores.length; at++) {
        assertThat(scores[at]).isEqualTo(counts[at % counts.length]);
      }
    }
  }
}
