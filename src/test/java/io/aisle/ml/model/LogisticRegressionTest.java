package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.LogisticRegressionParams;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.ModelContractTest;
import io.aisle.testkit.PlantedData;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest extends ModelContractTest<LogisticRegressionParams> {
  @Override
  protected ModelFamily<LogisticRegressionParams> family() {
    return new LogisticRegressionFamily();
  }

  @Override
  protected LogisticRegressionParams params() {
    return new LogisticRegressionParams(3);
  }

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(20, 64, 0.05, 0, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  /**
   * One weight for each item knows no tastes: it orders items alike for everyone, by how often they
   * are taken.
   */
  @Test
  @Override
  protected void thePlantedPatternIsLearned() {
    int[] counts = train().itemCounts();
    try (ModelTrainer trainer = trained(compute(1, Parallel.SEQUENTIAL), training().epochs());
        Scorer scorer = trainer.scorer()) {
      float[] scores = scores(scorer, strangers());
      int right = 0;
      int pairs = 0;
      for (int i = 0; i < counts.length; i++) {
        assertThat(scores[(PlantedData.USERS - 1) * counts.length + i]).isEqualTo(scores[i]);
        for (int j = 0; j < counts.length; j++) {
          if (counts[i] > counts[j] + 5) {
            right += scores[i] > scores[j] ? 1 : 0;
            pairs++;
          }
        }
      }
      assertThat(pairs).isPositive();
      assertThat((double) right / pairs).isGreaterThan(learned());
    }
  }
}
