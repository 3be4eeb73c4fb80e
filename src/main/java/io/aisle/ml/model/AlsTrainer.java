package io.aisle.ml.model;

import io.aisle.domain.model.AlsParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.Map;

/** The alternation of {@link AlsFamily}. */
final class AlsTrainer extends AlternatingTrainer {
  private final AlsParams params;
  private final Interactions train;
  private final Compute compute;

  AlsTrainer(AlsParams params, Interactions train, Compute compute) {
    super(
        train,
        SparseRows.of(train),
        params.embeddingSize(),
        new Penalty(params.regularization(), params.scaleRegularization()),
        compute);
    this.params = params;
    this.train = train;
    this.compute = compute;
  }

  @Override
  RowSolver<?> solver(FactorTable fixed) {
    return new AlsSolver(params, fixed, compute.parallel());
  }

  @Override
  public Scorer scorer() {
    return AlsFamily.scorer(params, factors(), train, compute);
  }

  @Override
  public Weights weights() {
    return new Weights(factors().tensors(), Map.of());
  }
}
