package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.NeuMfParams;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;

class NeuMfContractTest extends ModelContractTest<NeuMfParams> {
  @Override
  protected ModelFamily<NeuMfParams> family() {
    return new NeuMfFamily();
  }

  @Override
  protected NeuMfParams params() {
    return new NeuMfParams(4, 16, 8, 0.1, 2);
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
