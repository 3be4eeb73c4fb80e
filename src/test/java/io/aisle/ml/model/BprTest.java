package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.Metric;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.testkit.ModelContractTest;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BprTest extends ModelContractTest<BprParams> {
  @Override
  protected ModelFamily<BprParams> family() {
    return new BprFamily();
  }

  @Override
  protected BprParams params() {
    return new BprParams(8, 0.01);
  }

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(60, 1, 0.1, 0, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  @Test
  void strongerBehavioursPullMore() {
    // of 40 users half have item 0, as a purchase, half item 1, as a view
    int[] offsets = IntStream.rangeClosed(0, 40).toArray();
    int[] item = IntStream.range(0, 40).map(user -> user % 2).toArray();
    float[] value = new float[40];
    for (int user = 0; user < 40; user++) {
      value[user] = user % 2 == 0 ? 5 : 1;
    }
    Interactions train = new Interactions(40, 10, offsets, item, value, new long[0]);
    assertThat(lead(train, true)).isGreaterThan(lead(train, false) + 0.5f);
  }

  /** By how much the bias of item 0 is above that of item 1. */
  private float lead(Interactions train, boolean weighted) {
    FitData data = new FitData(train, weighted, OptionalDouble.empty(), Features.NONE);
    try (ModelTrainer trainer =
        family().trainer(params(), training(), data, compute(42, Parallel.SEQUENTIAL))) {
      for (int epoch = 1; epoch <= 20; epoch++) {
        assertThat(trainer.trainEpoch().epoch()).isEqualTo(epoch);
      }
      float[] bias = trainer.weights().values(BprFamily.BIAS, 10);
      return bias[0] - bias[1];
    }
  }
}
