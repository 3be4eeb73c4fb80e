package io.aisle.ml.model;

import io.aisle.domain.model.MfParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.Map;
import java.util.SplittableRandom;

/** The alternation of {@link MfFamily}. Rows are independent: threads change nothing. */
final class MfTrainer implements ModelTrainer {
  private static final float START = 0.1f;

  private final MfParams params;
  private final Interactions train;
  private final RatingScale scale;
  private final RowSweep sweep;
  private final SparseRows byUser;
  private final SparseRows byItem;
  private Factors factors;
  private int epoch;

  MfTrainer(MfParams params, Interactions train, Compute compute) {
    this.params = params;
    this.train = train;
    this.scale = RatingScale.of(train);
    this.sweep = new RowSweep(compute);
    this.byUser = MfSolver.ratings(train);
    this.byItem = byUser.transposed();
    SplittableRandom random = new SplittableRandom(compute.context().seed());
    this.factors = Factors.random(train, params.embeddingSize() + 1, START, random);
  }

  @Override
  public EpochReport trainEpoch() {
    solveAll(byItem, factors.users(), factors.items());
    double loss = solveAll(byUser, factors.items(), factors.users()) + penalty(factors.items());
    epoch++;
    return new EpochReport(epoch, loss / Math.max(1, byUser.size()));
  }

  private double solveAll(SparseRows rows, FactorTable fixed, FactorTable solved) {
    MfSolver solver = new MfSolver(params, fixed, scale.mean());
    return sweep.sum(
        rows.rows(),
        solver::scratch,
        (row, scratch) -> solver.solve(rows, row, solved.data(), solved.at(row), scratch));
  }

  private double penalty(FactorTable items) {
    double sum = 0;
    for (int i = 0; i < items.rows(); i++) {
      sum += items.squares(i) * byItem.length(i);
    }
    return sum * params.regularization();
  }

  @Override
  public Scorer scorer() {
    return MfFamily.scorer(params, factors, scale, train);
  }

  @Override
  public Weights weights() {
    Map<String, Tensor> tensors = factors.tensors();
    tensors.put(MfFamily.SCALE, Tensor.of(scale.values(), 3));
    return new Weights(tensors, Map.of());
  }

  @Override
  public Weights checkpoint() {
    return Factors.checkpoint(weights(), epoch);
  }

  @Override
  public void restore(Weights checkpoint) {
    int reached = Factors.epoch(checkpoint);
    factors = Factors.of(checkpoint, train, params.embeddingSize() + 1);
    epoch = reached;
  }
}
