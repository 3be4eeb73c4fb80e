package io.aisle.ml.model;

import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The trained factors of users whose history is the one trained on; all others are folded in.
 *
 * @param users the trained factors
 * @param rows makes rows of histories without repetitions
 * @param folding solves rows, for one thread
 */
record FoldedUsers(
    Interactions train,
    FactorTable users,
    Function<Interactions, SparseRows> rows,
    Supplier<Folding> folding)
    implements FactorScorer.UserFactors {
  /** Finds the factors of one history with the items held fixed. */
  @FunctionalInterface
  interface Folding {
    /**
     * @param out receives the factors at {@code outFrom}
     */
    void fold(SparseRows histories, int row, float[] out, int outFrom);
  }

  @Override
  public void fill(HistoryBlock block, float[] out) {
    int size = users.size();
    SparseRows histories = null;
    Folding solver = null;
    for (int r = 0; r < block.size(); r++) {
      if (block.asTrained(r, train)) {
        System.arraycopy(users.data(), users.at(block.user()[r]), out, r * size, size);
        continue;
      }
      if (solver == null) {
        histories = rows.apply(block.interactions(train.items()));
        solver = folding.get();
      }
      solver.fold(histories, r, out, r * size);
    }
  }
}
