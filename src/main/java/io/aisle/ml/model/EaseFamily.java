package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.EaseParams;
import io.aisle.ml.data.FitData;

/**
 * Embarrassingly shallow autoencoder (Steck, 2019): item weights B with a zero diagonal minimise
 * {@code |X - X B|^2 + lambda |B|^2} in closed form, {@code B_ij = -P_ij / P_jj} with {@code P =
 * (X^T X + lambda I)^-1}, computed in 64-bit floats. X is 1 where a user has an item, whatever the
 * value and however often; with weights it is the sum of the pair's weights. The score of item j is
 * the sum of x_i B_ij over the items i of the history, so strangers and edited histories need
 * nothing special.
 *
 * <p>Tensor: {@code weights [items, items]}, row i what item i of a history adds to each score.
 */
public final class EaseFamily implements ModelFamily<EaseParams> {
  static final String WEIGHTS = "weights";

  @Override
  public ModelTrainer trainer(
      EaseParams params, TrainingSpec training, FitData data, Compute compute) {
    return new ClosedFormTrainer(
        () -> new EaseSolution(params, Strength.of(data).of(data.train()), compute).weights(),
        weights -> load(params, weights, data, compute),
        compute.cancel());
  }

  @Override
  public Scorer load(EaseParams params, Weights weights, FitData data, Compute compute) {
    int items = data.items();
    return new EaseScorer(items, weights.values(WEIGHTS, items, items), Strength.of(data));
  }

  @Override
  public double work(EaseParams params, FitData data) {
    double items = data.items();
    return items * items * items + data.train().pairs();
  }

  @Override
  public Footprint footprint(EaseParams params, TrainingSpec training, DataShape shape) {
    // half a matrix in double precision, the weights, their copy that is saved, and that read back
    return new Footprint(16.0 * shape.items() * shape.items(), 0);
  }
}
