package io.aisle.ml.model;

import io.aisle.ml.data.SparseRows;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Cuts the interactions of one epoch into blocks of users times blocks of items, drawn anew for
 * every epoch. Blocks of one diagonal share neither users nor items, so threads may work on them at
 * the same time without locks, and the result does not depend on how many there are (the strata of
 * Gemulla and others, Large-scale matrix factorization with distributed stochastic gradient
 * descent, 2011). A negative is drawn from the items of its positive's block; as the blocks are
 * drawn anew, each pair of items meets equally often in the long run.
 */
final class BprStrata {
  /** Items that a block should have at least, so that negatives vary within an epoch. */
  private static final int BLOCK_ITEMS = 128;

  private static final int MAX_BLOCKS = 16;

  private final int blocks;
  private final int[] itemStarts;
  private final int[] itemOrder;
  private final int[] starts;
  private final int[] user;
  private final int[] item;
  private final float[] value;

  private BprStrata(int blocks, int[] itemOrder, int[] itemStarts, int[] starts) {
    this.blocks = blocks;
    this.itemOrder = itemOrder;
    this.itemStarts = itemStarts;
    this.starts = starts;
    this.user = new int[starts[starts.length - 1]];
    this.item = new int[starts[starts.length - 1]];
    this.value = new float[starts[starts.length - 1]];
  }

  /** Draws the blocks of an epoch; how many there are depends on the data alone. */
  static BprStrata draw(SparseRows byUser, SplittableRandom random) {
    int smaller = Math.min(byUser.columns(), byUser.rows());
    int blocks = Math.clamp(smaller / BLOCK_ITEMS, 1, MAX_BLOCKS);
    int[] userOrder = shuffled(byUser.rows(), random);
    int[] itemOrder = shuffled(byUser.columns(), random);
    int[] userBlock = blockOf(userOrder, blocks);
    int[] itemBlock = blockOf(itemOrder, blocks);
    int[] starts = new int[blocks * blocks + 1];
    for (int u = 0; u < byUser.rows(); u++) {
      for (int k = byUser.offsets()[u]; k < byUser.offsets()[u + 1]; k++) {
        starts[userBlock[u] * blocks + itemBlock[byUser.column()[k]] + 1]++;
      }
    }
    for (int b = 0; b < blocks * blocks; b++) {
      starts[b + 1] += starts[b];
    }
    int[] itemStarts = new int[blocks + 1];
    for (int b = 0; b <= blocks; b++) {
      itemStarts[b] = start(b, blocks, itemOrder.length);
    }
    BprStrata strata = new BprStrata(blocks, itemOrder, itemStarts, starts);
    int[] at = starts.clone();
    for (int u = 0; u < byUser.rows(); u++) {
      for (int k = byUser.offsets()[u]; k < byUser.offsets()[u + 1]; k++) {
        int place = at[userBlock[u] * blocks + itemBlock[byUser.column()[k]]]++;
        strata.user[place] = u;
        strata.item[place] = byUser.column()[k];
        strata.value[place] = byUser.value()[k];
      }
    }
    return strata;
  }

  /** Blocks of users, blocks of items and diagonals: there are as many of each. */
  int blocks() {
    return blocks;
  }

  /** Where the interactions of a block start; those of the last end at {@code blocks * blocks}. */
  int start(int block) {
    return starts[block];
  }

  int user(int place) {
    return user[place];
  }

  int item(int place) {
    return item[place];
  }

  /** Puts the interactions of a block into a random order. */
  void shuffle(int block, SplittableRandom random) {
    for (int k = starts[block + 1] - 1; k > starts[block]; k--) {
      int other = random.nextInt(starts[block], k + 1);
      swap(user, k, other);
      swap(item, k, other);
      float kept = value[k];
      value[k] = value[other];
      value[other] = kept;
    }
  }

  /** The items of an item block; a copy. */
  int[] items(int itemBlock) {
    return Arrays.copyOfRange(itemOrder, itemStarts[itemBlock], itemStarts[itemBlock + 1]);
  }

  /** What the cell of an interaction holds in the matrix that the blocks were drawn from. */
  float value(int place) {
    return value[place];
  }

  private static int[] blockOf(int[] order, int blocks) {
    int[] block = new int[order.length];
    for (int b = 0; b < blocks; b++) {
      for (int k = start(b, blocks, order.length); k < start(b + 1, blocks, order.length); k++) {
        block[order[k]] = b;
      }
    }
    return block;
  }

  private static int start(int block, int blocks, int size) {
    return (int) ((long) size * block / blocks);
  }

  private static int[] shuffled(int size, SplittableRandom random) {
    int[] order = new int[size];
    for (int k = 0; k < size; k++) {
      int other = random.nextInt(k + 1);
      order[k] = order[other];
      order[other] = k;
    }
    return order;
  }

  private static void swap(int[] array, int a, int b) {
    int kept = array[a];
    array[a] = array[b];
    array[b] = kept;
  }
}
