package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.CaserParams;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;

class CaserContractTest extends ModelContractTest<CaserParams> {
  @Override
  protected ModelFamily<CaserParams> family() {
    return new CaserFamily();
  }

  @Override
  protected CaserParams params() {
    return new CaserParams(16, 4, 8, 2, 0.4, true, NextItemLoss.SOFTMAX, 1);
  }

  @Override
  protected TrainingSpec training() {
    return SequenceTrainings.everything(15, 8, 0.01);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }
}
