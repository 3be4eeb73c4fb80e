package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.ModelContractTest;

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
}
