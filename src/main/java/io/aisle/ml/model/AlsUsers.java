package io.aisle.ml.model;

import io.aisle.ml.data.SparseRows;
import java.util.Optional;

/** Users of ALS, whose factors are linear in what their history says with confidence. */
record AlsUsers(AlsSolver solver, FoldedUsers folded) implements FactorScorer.UserFactors {
  @Override
  public void fill(HistoryBlock block, float[] out) {
    folded.fill(block, out);
  }

  @Override
  public Optional<double[]> contributions(HistoryBlock one, int item) {
    SparseRows row = Strength.VALUE.of(one, folded.train().items());
    double[] parts = solver.parts(row, 0, item, solver.scratch());
    return Optional.of(Shares.of(one, Strength.VALUE, row, parts));
  }
}
