package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.Bert4RecParams;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;

class Bert4RecContractTest extends ModelContractTest<Bert4RecParams> {
  @Override
  protected ModelFamily<Bert4RecParams> family() {
    return new Bert4RecFamily();
  }

  @Override
  protected Bert4RecParams params() {
    return new Bert4RecParams(16, 2, 2, 7, 0.1, 0.3, NextItemLoss.SOFTMAX, 1);
  }

  @Override
  protected TrainingSpec training() {
    return SequenceTrainings.everything(40, 8, 0.02);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }
}
