package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.domain.experiment.TrainingSpec.Schedule;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Loss;
import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;

class SasRecContractTest extends ModelContractTest<SasRecParams> {
  @Override
  protected ModelFamily<SasRecParams> family() {
    return new SasRecFamily();
  }

  @Override
  protected SasRecParams params() {
    return new SasRecParams(16, 2, 2, 6, 0.1, Loss.SOFTMAX, 1, Positions.ALL);
  }

  /** Everything that the optimiser can do, so that resuming meets all of its state. */
  @Override
  protected TrainingSpec training() {
    Metric metric = Metric.parse("ndcg@10");
    return new TrainingSpec(
        40,
        4,
        0.02,
        0.001,
        metric,
        0,
        42,
        "cpu",
        1,
        Schedule.COSINE,
        3,
        1,
        2,
        NegativeSampling.UNIFORM);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }
}
