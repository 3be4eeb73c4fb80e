package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.Arrays;

/** The trained factors of users whose history is the one trained on; all others are folded in. */
record AlsUserFactors(Interactions train, FactorTable users, AlsSolver solver)
    implements FactorScorer.UserFactors {
  @Override
  public void fill(HistoryBlock block, float[] out) {
    int size = users.size();
    AlsSolver.Scratch scratch = null;
    for (int r = 0; r < block.size(); r++) {
      if (block.asTrained(r, train)) {
        System.arraycopy(users.data(), users.at(block.user()[r]), out, r * size, size);
      } else {
        scratch = scratch == null ? solver.scratch() : scratch;
        fold(block, r, out, scratch);
      }
    }
  }

  private void fold(HistoryBlock block, int r, float[] out, AlsSolver.Scratch scratch) {
    int from = block.offsets()[r];
    int to = block.offsets()[r + 1];
    Interactions history =
        new Interactions(
            1,
            train.items(),
            new int[] {0, to - from},
            Arrays.copyOfRange(block.item(), from, to),
            Arrays.copyOfRange(block.value(), from, to),
            new long[0]);
    SparseRows row = SparseRows.of(history);
    solver.solve(row.column(), row.value(), 0, row.size(), out, r * users.size(), scratch);
  }
}
