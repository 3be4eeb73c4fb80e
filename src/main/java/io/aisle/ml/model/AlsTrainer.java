package io.aisle.ml.model;

import io.aisle.domain.model.AlsParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.Map;
import java.util.SplittableRandom;

/** The alternation of {@link AlsFamily}. Rows are independent: threads change nothing. */
final class AlsTrainer implements ModelTrainer {
  private static final float START = 0.1f;

  private final AlsParams params;
  private final Interactions train;
  private final Compute compute;
  private final RowSweep sweep;
  private final SparseRows byUser;
  private final SparseRows byItem;
  private Factors factors;
  private int epoch;

  AlsTrainer(AlsParams params, Interactions train, Compute compute) {
    this.params = params;
    this.train = train;
    this.compute = compute;
    this.sweep = new RowSweep(compute);
    this.byUser = SparseRows.of(train);
    this.byItem = byUser.transposed();
    SplittableRandom random = new SplittableRandom(compute.context().seed());
    this.factors = Factors.random(train, params.embeddingSize(), START, random);
  }

  @Override
  public EpochReport trainEpoch() {
    solveAll(byItem, factors.users(), factors.items());
    double loss = solveAll(byUser, factors.items(), factors.users()) + penalty(factors.items());
    epoch++;
    return new EpochReport(epoch, loss / Math.max(1, byUser.size()));
  }

  private double solveAll(SparseRows rows, FactorTable fixed, FactorTable solved) {
    AlsSolver solver = new AlsSolver(params, fixed, compute.parallel());
    return sweep.sum(
        rows.rows(),
        solver::scratch,
        (row, scratch) -> solver.solve(rows, row, solved.data(), solved.at(row), scratch));
  }

  private double penalty(FactorTable items) {
    double sum = 0;
    for (int i = 0; i < items.rows(); i++) {
      sum += items.squares(i) * (params.scaleRegularization() ? byItem.length(i) : 1);
    }
    return sum * params.regularization();
  }

  @Override
  public Scorer scorer() {
    return AlsFamily.scorer(params, factors, train, compute);
  }

  @Override
  public Weights weights() {
    return new Weights(factors.tensors(), Map.of());
  }

  @Override
  public Weights checkpoint() {
    return Factors.checkpoint(weights(), epoch);
  }

  @Override
  public void restore(Weights checkpoint) {
    int reached = Factors.epoch(checkpoint);
    factors = Factors.of(checkpoint, train, params.embeddingSize());
    epoch = reached;
  }
}
