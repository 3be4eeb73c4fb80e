package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.domain.model.SequenceParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.model.Footprint;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;

/**
 * What the families of sequence models share: one trainer, one scorer, and a cost in windows. Where
 * the data have no times, the order of the file is the order of a history.
 *
 * @param <P> parameters of the model
 */
abstract class SequenceFamily<P extends SequenceParams> implements ModelFamily<P> {
  /** The model for data of a shape. */
  abstract SequenceModel model(P params, FitData data);

  /** Number of parameters. */
  abstract double parameters(P params, DataShape shape);

  /**
   * Values that one step holds between forward and backward pass, without the scores.
   *
   * @param positions of the batch, all rows together
   */
  abstract double activations(P params, double positions);

  /** Targets of one step. */
  double targets(P params, int batchSize) {
    return (double) batchSize * params.maxLength();
  }

  @Override
  public ModelTrainer trainer(P params, TrainingSpec training, FitData data, Compute compute) {
    return new SequenceTrainer(model(params, data), training, data, compute);
  }

  @Override
  public Scorer load(P params, Weights weights, FitData data, Compute compute) {
    return SequenceScorer.load(model(params, data), weights, data.train(), compute);
  }

  /** Long histories are cut into windows, and a window costs the same however full it is. */
  @Override
  public double work(P params, FitData data) {
    double windows = 0;
    for (int u = 0; u < data.users(); u++) {
      windows += Math.ceilDiv(data.train().length(u), params.maxLength());
    }
    return windows;
  }

  @Override
  public Footprint footprint(P params, TrainingSpec training, DataShape shape) {
    double parameters = parameters(params, shape);
    double outputs = params.loss() == NextItemLoss.SOFTMAX ? shape.items() : 1 + params.negatives();
    double scores = 3 * targets(params, training.batchSize()) * outputs;
    double held = activations(params, (double) training.batchSize() * params.maxLength());
    // checkpoint (parameters and two moments) and best weights, each held and written once
    return new Footprint(32 * parameters, 20 * parameters + 4 * (scores + held));
  }

  /** Parameters of Transformer blocks of a width, with the norm behind them. */
  static double blocks(int layers, double width) {
    return layers * (12 * width * width + 13 * width) + 2 * width;
  }

  /** Values that Transformer blocks hold for some positions in rows of a length. */
  static double held(int layers, int heads, int width, double positions, int length) {
    return layers * (20 * positions * width + 4 * heads * positions * length);
  }
}
