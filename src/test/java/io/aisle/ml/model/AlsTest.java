package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.ModelContractTest;

class AlsTest extends ModelContractTest<AlsParams> {
  @Override
  protected ModelFamily<AlsParams> family() {
    return new AlsFamily();
  }

  @Override
  protected AlsParams params() {
    return new AlsParams(8, 1, 4, false);
  }

  @Override
  protected TrainingSpec training() {
    return TrainingSpec.defaults(ModelKind.ALS);
  }
}
