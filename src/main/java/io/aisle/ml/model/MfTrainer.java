package io.aisle.ml.model;

import io.aisle.domain.model.MfParams;
import io.aisle.ml.data.Interactions;
import java.util.Map;

/** The alternation of {@link MfFamily}. */
final class MfTrainer extends AlternatingTrainer {
  private final MfParams params;
  private final Interactions train;
  private final RatingScale scale;

  MfTrainer(MfParams params, Interactions train, Compute compute) {
    super(
        train,
        MfSolver.ratings(train),
        params.embeddingSize() + 1,
        new Penalty(params.regularization(), true),
        compute);
    this.params = params;
    this.train = train;
    this.scale = RatingScale.of(train);
  }

  @Override
  RowSolver<?> solver(FactorTable fixed) {
    return new MfSolver(params, fixed, scale.mean());
  }

  @Override
  public Scorer scorer() {
    return MfFamily.scorer(params, factors(), scale, train);
  }

  @Override
  public Weights weights() {
    Map<String, Tensor> tensors = factors().tensors();
    tensors.put(MfFamily.SCALE, Tensor.of(scale.values(), 3));
    return new Weights(tensors, Map.of());
  }
}
