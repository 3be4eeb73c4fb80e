package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.ModelContractTest;

class EaseTest extends ModelContractTest<EaseParams> {
  @Override
  protected ModelFamily<EaseParams> family() {
    return new EaseFamily();
  }

  @Override
  protected EaseParams params() {
    return new EaseParams(5);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.EASE);
  }
}
