package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.SasRecParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;

/** SASRec (Kang and McAuley, 2018) on libtorch. */
public final class SasRecFamily implements ModelFamily<SasRecParams> {
  @Override
  public ModelTrainer trainer(
      SasRecParams params, TrainingSpec training, Interactions train, Compute compute) {
    return new SasRecTrainer(params, training, train, compute);
  }

  @Override
  public Scorer load(SasRecParams params, Weights weights, Interactions train, Compute compute) {
    NativeSetup.prepare(compute.context().threads());
    SasRecLayout layout = new SasRecLayout(params, train.items());
    return SasRecScorer.of(
        layout, layout.matrix(weights), train, Devices.toEngine(compute.context().device()));
  }
}
