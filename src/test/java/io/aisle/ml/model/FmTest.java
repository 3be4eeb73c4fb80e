package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.FmParams;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.ModelContractTest;

class FmTest extends ModelContractTest<FmParams> {
  @Override
  protected ModelFamily<FmParams> family() {
    return new FmFamily();
  }

  @Override
  protected FmParams params() {
    return new FmParams(8, 10, 3);
  }

  @Override
  protected TrainingSpec training() {
    return new TrainingSpec(30, 64, 0.02, 0.001, Metric.parse("ndcg@10"), 0, 42, "cpu", 1);
  }
}
