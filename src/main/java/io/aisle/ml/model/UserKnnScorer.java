package io.aisle.ml.model;

import io.aisle.domain.model.ItemKnnParams.Similarity;
import io.aisle.domain.model.UserKnnParams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.TopNeighbours;
import java.util.Arrays;

/** Finds the nearest users of each history and adds up what they took. */
final class UserKnnScorer implements Scorer {
  private final UserKnnParams params;
  private final SparseRows byUser;
  private final SparseRows byItem;
  private final Strength strength;

  /** {@code [users]} squared norms of the rows. */
  private final double[] squares;

  UserKnnScorer(UserKnnParams params, SparseRows byUser, SparseRows byItem, Strength strength) {
    this.params = params;
    this.byUser = byUser;
    this.byItem = byItem;
    this.strength = strength;
    this.squares = new double[byUser.rows()];
    for (int u = 0; u < squares.length; u++) {
      squares[u] = squares(byUser, u);
    }
  }

  private static double squares(SparseRows rows, int row) {
    double sum = 0;
    for (int k = rows.offsets()[row]; k < rows.offsets()[row + 1]; k++) {
      sum += (double) rows.value()[k] * rows.value()[k];
    }
    return sum;
  }

  @Override
  public int items() {
    return byUser.columns();
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    int items = items();
    Arrays.fill(out, 0, block.size() * items, 0);
    SparseRows histories = strength.of(block, items);
    double[] overlap = new double[byUser.rows()];
    TopNeighbours nearest = new TopNeighbours(Math.clamp(byUser.rows(), 1, params.neighbours()));
    for (int r = 0; r < block.size(); r++) {
      Arrays.fill(overlap, 0);
      count(histories, r, overlap);
      if (block.user()[r] >= 0) {
        overlap[block.user()[r]] = 0;
      }
      double own = squares(histories, r);
      nearest.clear();
      for (int v = 0; v < overlap.length; v++) {
        if (overlap[v] != 0) {
          nearest.offer(v, similarity(own, squares[v], overlap[v]));
        }
      }
      for (int v : nearest.indices()) {
        listen(v, (float) similarity(own, squares[v], overlap[v]), out, r * items);
      }
    }
  }

  private void count(SparseRows histories, int row, double[] overlap) {
    for (int h = histories.offsets()[row]; h < histories.offsets()[row + 1]; h++) {
      int item = histories.column()[h];
      double value = histories.value()[h];
      for (int k = byItem.offsets()[item]; k < byItem.offsets()[item + 1]; k++) {
        overlap[byItem.column()[k]] += value * byItem.value()[k];
      }
    }
  }

  private double similarity(double own, double others, double overlap) {
    double base =
        params.similarity() == Similarity.COSINE
            ? Math.sqrt(own) * Math.sqrt(others)
            : own + others - overlap;
    return overlap / (base + params.shrinkage());
  }

  private void listen(int user, float similarity, float[] out, int base) {
    for (int k = byUser.offsets()[user]; k < byUser.offsets()[user + 1]; k++) {
      out[base + byUser.column()[k]] += similarity * byUser.value()[k];
    }
  }

  @Override
  public boolean concurrent() {
    return true;
  }
}
