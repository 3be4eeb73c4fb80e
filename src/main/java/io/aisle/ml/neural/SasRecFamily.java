package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.SasRecParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.model.Footprint;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;

/** SASRec (Kang and McAuley, 2018) on libtorch. */
public final class SasRecFamily implements ModelFamily<SasRecParams> {
  @Override
  public ModelTrainer trainer(
      SasRecParams params, TrainingSpec training, FitData data, Compute compute) {
    return new SequenceTrainer(SasRecModel.of(params, data.items()), training, data, compute);
  }

  @Override
  public Scorer load(SasRecParams params, Weights weights, FitData data, Compute compute) {
    return SequenceScorer.load(
        SasRecModel.of(params, data.items()), weights, data.train(), compute);
  }

  /** Long histories are cut into windows, and a window costs the same however full it is. */
  @Override
  public double work(SasRecParams params, FitData data) {
    double windows = 0;
    for (int u = 0; u < data.users(); u++) {
      windows += Math.ceilDiv(data.train().length(u), params.maxLength());
    }
    return windows;
  }

  @Override
  public Footprint footprint(SasRecParams params, TrainingSpec training, DataShape shape) {
    double parameters = parameters(params, shape.items());
    // checkpoint (parameters and two moments) and best weights, each held and written once
    return new Footprint(
        32 * parameters,
        20 * parameters + activations(params, training.batchSize(), shape.items()));
  }

  private static double parameters(SasRecParams p, double items) {
    double d = p.embeddingSize();
    return (items + 1 + p.maxLength()) * d + p.layers() * (12 * d * d + 13 * d);
  }

  /** Bytes of intermediate results of one step. */
  private static double activations(SasRecParams p, int batch, double items) {
    double positions = (double) batch * p.maxLength();
    double targets = p.positions() == SasRecParams.Positions.ALL ? positions : batch;
    double outputs = p.loss() == SasRecParams.Loss.SOFTMAX ? items : 1 + p.negatives();
    double attention = (double) batch * p.heads() * p.maxLength() * p.maxLength();
    return 4
        * (3 * targets * outputs
            + p.layers() * (20 * positions * p.embeddingSize() + 4 * attention));
  }
}
