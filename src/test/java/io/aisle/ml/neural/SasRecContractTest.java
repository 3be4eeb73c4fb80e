package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.domain.model.SasRecParams;
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
    return new SasRecParams(16, 2, 2, 6, 0.1, NextItemLoss.SOFTMAX, 1, Positions.ALL);
  }

  @Override
  protected TrainingSpec training() {
    return SequenceTrainings.everything(40, 4, 0.02);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }
}
