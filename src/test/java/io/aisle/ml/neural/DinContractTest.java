package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.DinParams;
import io.aisle.domain.model.Metric;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;

class DinContractTest extends ModelContractTest<DinParams> {
  @Override
  protected ModelFamily<DinParams> family() {
    return new DinFamily();
  }

  @Override
  protected DinParams params() {
    return new DinParams(8, 6, 8, 16, 8, 0.1, 3);
  }

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(30, 64, 0.02, 0.001, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }
}
