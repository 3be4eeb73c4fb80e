package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.SlimParams;
import io.aisle.ml.data.FitData;

/**
 * Sparse linear methods (Ning and Karypis, 2011): item weights W with a zero diagonal minimise
 * {@code 1/2 |X - X W|^2 + regularization / 2 |W|^2 + sparsity |W|_1}, with {@code nonNegative}
 * over weights of 0 and above only: an elastic net for each item, solved by coordinate descent
 * ({@link ElasticNet}). X is 1 where a user has an item, whatever the value and however often; with
 * weights it is the sum of the pair's weights. The score of item j is the sum of x_i W_ij over the
 * items i of the history, so strangers and edited histories need nothing special.
 *
 * <p>Tensors, compressed sparse rows, one row for each item of a history: {@code lengths [items]},
 * {@code neighbours [cells]} the items that it speaks for, {@code similarities [cells]} the
 * weights.
 */
public final class SlimFamily implements ModelFamily<SlimParams> {
  @Override
  public ModelTrainer trainer(
      SlimParams params, TrainingSpec training, FitData data, Compute compute) {
    return new ClosedFormTrainer(
        () ->
            SparseWeights.of(
                new SlimSolution(params, Strength.of(data).of(data.train()), compute).weights()),
        weights -> load(params, weights, data, compute),
        compute.cancel());
  }

  @Override
  public Scorer load(SlimParams params, Weights weights, FitData data, Compute compute) {
    return new VoteScorer(
        SparseWeights.read(weights, data.items(), data.items()), Strength.of(data));
  }

  @Override
  public double work(SlimParams params, FitData data) {
    double items = data.items();
    return items * items * 64 + data.train().pairs();
  }

  @Override
  public Footprint footprint(SlimParams params, TrainingSpec training, DataShape shape) {
    // the Gram matrix in single precision and the weights, of which few are not zero
    return new Footprint(8.0 * shape.items() * shape.items(), 0);
  }
}
