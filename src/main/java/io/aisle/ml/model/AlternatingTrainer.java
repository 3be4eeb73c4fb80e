package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.SplittableRandom;

/**
 * Alternating least squares: an epoch solves the items with the users fixed, then the users with
 * the items fixed. Rows are independent: threads change nothing.
 */
abstract class AlternatingTrainer implements ModelTrainer {
  private static final float START = 0.1f;

  private final Interactions train;
  private final SparseRows byUser;
  private final SparseRows byItem;
  private final int size;
  private final Penalty penalty;
  private final RowSweep sweep;
  private Factors factors;
  private int epoch;

  /**
   * What long factors cost.
   *
   * @param scaled whether a row's is multiplied by its interactions
   */
  record Penalty(double regularization, boolean scaled) {
    /** Of all rows of a table. */
    double of(FactorTable table, SparseRows interactions) {
      double sum = 0;
      for (int i = 0; i < table.rows(); i++) {
        sum += table.squares(i) * (scaled ? interactions.length(i) : 1);
      }
      return sum * regularization;
    }
  }

  /**
   * @param byUser what is learned of the training part, users by items
   * @param size numbers of a row of factors
   */
  AlternatingTrainer(
      Interactions train, SparseRows byUser, int size, Penalty penalty, Compute compute) {
    this.train = train;
    this.byUser = byUser;
    this.byItem = byUser.transposed();
    this.size = size;
    this.penalty = penalty;
    this.sweep = new RowSweep(compute);
    SplittableRandom random = new SplittableRandom(compute.context().seed());
    this.factors = Factors.random(train, size, START, random);
  }

  /** Solves the rows of one side. */
  abstract RowSolver<?> solver(FactorTable fixed);

  /** The factors of now; shared. */
  final Factors factors() {
    return factors;
  }

  @Override
  public final EpochReport trainEpoch() {
    solveAll(byItem, solver(factors.users()), factors.items());
    double loss = solveAll(byUser, solver(factors.items()), factors.users());
    epoch++;
    double whole = loss + penalty.of(factors.items(), byItem);
    return new EpochReport(epoch, whole / Math.max(1, byUser.size()));
  }

  private <S> double solveAll(SparseRows rows, RowSolver<S> solver, FactorTable solved) {
    return sweep.sum(
        rows.rows(),
        solver::scratch,
        (row, scratch) -> solver.solve(rows, row, solved.data(), solved.at(row), scratch));
  }

  @Override
  public final Weights checkpoint() {
    return Factors.checkpoint(weights(), epoch);
  }

  @Override
  public final void restore(Weights checkpoint) {
    int reached = Factors.epoch(checkpoint);
    factors = Factors.of(checkpoint, train, size);
    epoch = reached;
  }
}
