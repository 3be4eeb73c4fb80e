package io.aisle.ml.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.GatParams;
import io.aisle.domain.model.Metric;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.ModelContractTest;
import org.junit.jupiter.api.Test;

class GatTest extends ModelContractTest<GatParams> {
  @Override
  protected ModelFamily<GatParams> family() {
    return new GatFamily();
  }

  @Override
  protected GatParams params() {
    return new GatParams(8, 2, 2, 1e-4);
  }

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(40, 128, 0.02, 0, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  @Test
  void theUserLooksAtEachHistoryItem() {
    try (ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), 5);
        Scorer scorer = trainer.scorer()) {
      Attention attention = scorer.attention(new int[] {4, 2, 4, 7}, 0).orElseThrow();
      assertThat(attention.first()).isZero();
      assertThat(attention.weights()).hasDimensions(2, 2);
      for (float[][][] layer : attention.weights()) {
        for (float[][] head : layer) {
          assertThat(head).hasDimensions(1, 4);
          assertThat(head[0][0]).isEqualTo(head[0][2]);
          float sum = head[0][0] + head[0][1] + head[0][2] + head[0][3];
          assertThat(sum).isCloseTo(1, within(1e-5f));
        }
      }
      assertThat(scorer.attention(new int[0], 0)).isEmpty();
    }
  }
}
