package io.aisle.ml.model.graph;

import io.aisle.ml.data.RandomStreams;
import io.aisle.ml.data.SparseRows;
import java.util.SplittableRandom;

/** The pairs of user and item in the order of an epoch. Confined to the trainer's thread. */
final class PairOrder {
  private final SparseRows byUser;
  private final int[] user;
  private final int[] cell;
  private final float perStrength;

  PairOrder(SparseRows byUser, boolean weighted) {
    this.byUser = byUser;
    this.user = new int[byUser.size()];
    this.cell = new int[byUser.size()];
    double sum = 0;
    for (int u = 0; u < byUser.rows(); u++) {
      for (int k = byUser.offsets()[u]; k < byUser.offsets()[u + 1]; k++) {
        user[k] = u;
        sum += byUser.value()[k];
      }
    }
    this.perStrength = weighted && sum > 0 ? (float) (byUser.size() / sum) : 0;
  }

  /** Puts the pairs into the order of an epoch, whatever their order was before. */
  void shuffle(long seed, int epoch) {
    SplittableRandom random = RandomStreams.of(seed, epoch, -1);
    for (int k = 0; k < cell.length; k++) {
      int other = random.nextInt(k + 1);
      cell[k] = cell[other];
      cell[other] = k;
    }
  }

  int size() {
    return cell.length;
  }

  int users() {
    return byUser.rows();
  }

  int user(int place) {
    return user[cell[place]];
  }

  int item(int place) {
    return byUser.column()[cell[place]];
  }

  /** 1, or the pair's strength as a multiple of the mean. */
  float strength(int place) {
    return perStrength == 0 ? 1 : byUser.value()[cell[place]] * perStrength;
  }
}
