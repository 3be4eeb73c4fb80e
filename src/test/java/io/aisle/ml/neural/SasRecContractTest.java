package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
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

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(30, 16, 0.01, 0.001, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }
}
