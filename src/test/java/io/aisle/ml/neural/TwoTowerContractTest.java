package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.TwoTowerParams;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;

class TwoTowerContractTest extends ModelContractTest<TwoTowerParams> {
  @Override
  protected ModelFamily<TwoTowerParams> family() {
    return new TwoTowerFamily();
  }

  @Override
  protected TwoTowerParams params() {
    return new TwoTowerParams(4, 10, 8, 4, 0.5, true);
  }

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(20, 32, 0.01, 0.1, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }
}
