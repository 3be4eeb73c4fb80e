package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.UserKnnParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.SparseRows;

/**
 * Recommends what users with a similar history took (Resnick and others, GroupLens, 1994; for
 * implicit feedback as in Herlocker and others, 1999): the score of item j is {@code sum_v s_uv
 * x_vj} over the nearest users v, the user itself left out. Cosine is {@code dot / (norm_u * norm_v
 * + shrinkage)}, Jaccard {@code both / (either + shrinkage)}. x is 1 where a user has an item,
 * whatever the value and however often; with weights it is the sum of the pair's weights, and
 * Jaccard becomes Tanimoto's {@code dot / (norm_u^2 + norm_v^2 - dot + shrinkage)}. The training
 * data are the model; neighbours are sought when scores are asked for, so a stranger or an edited
 * history needs nothing special.
 *
 * <p>Tensors, X in compressed sparse rows: {@code lengths [users]}, {@code neighbours [cells]} the
 * items of each user, {@code similarities [cells]} their x.
 */
public final class UserKnnFamily implements ModelFamily<UserKnnParams> {
  @Override
  public ModelTrainer trainer(
      UserKnnParams params, TrainingSpec training, FitData data, Compute compute) {
    return new ClosedFormTrainer(
        () -> SparseWeights.of(Strength.of(data).of(data.train())),
        weights -> load(params, weights, data, compute),
        compute.cancel());
  }

  @Override
  public Scorer load(UserKnnParams params, Weights weights, FitData data, Compute compute) {
    SparseRows byUser = SparseWeights.read(weights, data.users(), data.items());
    return new UserKnnScorer(params, byUser, byUser.transposed(), Strength.of(data));
  }

  @Override
  public double work(UserKnnParams params, FitData data) {
    return data.train().size() + data.items();
  }

  @Override
  public Footprint footprint(UserKnnParams params, TrainingSpec training, DataShape shape) {
    return new Footprint(40.0 * shape.interactions() + 32.0 * (shape.users() + shape.items()), 0);
  }
}
