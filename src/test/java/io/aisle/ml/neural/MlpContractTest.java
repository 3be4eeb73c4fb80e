package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MlpParams;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;

class MlpContractTest extends ModelContractTest<MlpParams> {
  @Override
  protected ModelFamily<MlpParams> family() {
    return new MlpFamily();
  }

  @Override
  protected MlpParams params() {
    return new MlpParams(8, 10, 32, 16, 0.1, 3);
  }

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(80, 32, 0.01, 0.001, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }
}
