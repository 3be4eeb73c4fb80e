package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.AlsParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.PackedMatrix;

/**
 * Alternating least squares for implicit feedback (Hu, Koren and Volinsky, 2008): minimises {@code
 * sum_ui c_ui (p_ui - x_u y_i)^2 + lambda (sum_u |x_u|^2 + sum_i |y_i|^2)} with p = 1 and c = 1 +
 * alpha * value where a user has taken an item, p = 0 and c = 1 elsewhere. Values of repeated
 * interactions are summed; values of 0 and below count as no interaction. With {@code
 * scaleRegularization}, lambda is multiplied by the number of interactions of the row it stands
 * for. One epoch solves all items, then all users, exactly (Cholesky); so a user's factors are
 * always the best ones for the items' factors, and a stranger or an edited history is folded in by
 * the same formula without any further assumption.
 *
 * <p>Tensors: {@code user_factors [users, embeddingSize]}, {@code item_factors [items,
 * embeddingSize]}.
 */
public final class AlsFamily implements ModelFamily<AlsParams> {
  @Override
  public ModelTrainer trainer(
      AlsParams params, TrainingSpec training, FitData data, Compute compute) {
    return new AlsTrainer(params, data.train(), compute);
  }

  @Override
  public Scorer load(AlsParams params, Weights weights, FitData data, Compute compute) {
    Interactions train = data.train();
    return scorer(params, Factors.of(weights, train, params.embeddingSize()), train, compute);
  }

  @Override
  public double work(AlsParams params, FitData data) {
    Interactions train = data.train();
    double f = params.embeddingSize();
    return train.size() * f * f + (train.activeUsers() + train.items()) * f * f * f / 3;
  }

  @Override
  public Footprint footprint(AlsParams params, TrainingSpec training, DataShape shape) {
    return new Footprint(24.0 * (shape.users() + shape.items()) * params.embeddingSize(), 0);
  }

  static Scorer scorer(AlsParams params, Factors factors, Interactions train, Compute compute) {
    FactorTable items = factors.items();
    AlsSolver solver = new AlsSolver(params, items, compute.parallel());
    PackedMatrix packed = new PackedMatrix(items.compact(), items.rows(), items.size(), null);
    return new FactorScorer(
        packed,
        new AlsUsers(
            solver, new FoldedUsers(train, factors.users(), SparseRows::of, solver::folding)));
  }
}
