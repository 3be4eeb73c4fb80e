package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.Gru4RecParams;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ml.model.ModelFamily;
import io.aisle.testkit.ModelContractTest;

class Gru4RecContractTest extends ModelContractTest<Gru4RecParams> {
  @Override
  protected ModelFamily<Gru4RecParams> family() {
    return new Gru4RecFamily();
  }

  @Override
  protected Gru4RecParams params() {
    return new Gru4RecParams(16, 24, 2, 6, 0.1, NextItemLoss.SOFTMAX, 1);
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
