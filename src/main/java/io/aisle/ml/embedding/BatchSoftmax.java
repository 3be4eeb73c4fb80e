package io.aisle.ml.embedding;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.NarrowProduct;
import io.aisle.ml.kernel.PackedMatrix;
import io.aisle.ml.kernel.Softmax;
import java.util.Arrays;

/**
 * The softmax over the items of a batch: {@code -ln p(own item | user)} with p in proportion to
 * {@code exp(score) / share}, where the share of an item among the interactions corrects for
 * popular items being in the batch more often (Yi and others, 2019). Items of other rows that the
 * user has, too, are left out. The gradient by the scores, p less the indicator of the own item, is
 * computed block by block while its scores are in the cache. The number of threads changes nothing.
 * Confined to one thread; blocks are shared out.
 */
public final class BatchSoftmax {
  /** Rows that one thread takes at a time: their scores fit the second-level cache. */
  private static final int GRAIN = 64;

  private static final float TINY = 1e-30f;

  /** For each item 1 / share. */
  private final float[] rarity;

  private final BatchPositives positives;
  private final Parallel parallel;
  private Space space = new Space(0, 0);

  /**
   * What a batch of one size computes in, padded for {@link NarrowProduct}.
   *
   * @param side padded width
   * @param stride scores of a row; not a power of two, because such rows would fall onto each other
   *     in the caches
   */
  private record Space(
      int rows,
      int width,
      int side,
      int stride,
      float[] users,
      float[] items,
      float[] scores,
      float[] userSlopes,
      float[] itemSlopes,
      float[] rarity) {
    Space(int rows, int width) {
      this(rows, width, NarrowProduct.side(width), NarrowProduct.side(rows + 1));
    }

    private Space(int rows, int width, int side, int stride) {
      this(
          rows,
          width,
          side,
          stride,
          new float[stride * side],
          new float[stride * side],
          new float[Math.multiplyExact(stride, stride)],
          new float[stride * side],
          new float[stride * side],
          new float[rows]);
    }
  }

  /**
   * @param owned what each user has
   * @param counts interactions of each item
   * @param corrects whether popular items are forgiven for being in batches more often
   */
  public BatchSoftmax(SparseRows owned, int[] counts, boolean corrects, Parallel parallel) {
    this.positives = new BatchPositives(owned);
    this.parallel = parallel;
    this.rarity = new float[counts.length];
    Arrays.fill(rarity, 1);
    double all = Arrays.stream(counts).asDoubleStream().sum();
    for (int i = 0; corrects && i < counts.length; i++) {
      rarity[i] = (float) (all / Math.max(1, counts[i]));
    }
  }

  /**
   * Computes loss and gradient; a score is the inner product of a user and an item.
   *
   * @param described {@code [2, rows, width]} the users, then the items
   * @param slopes {@code [2, rows, width]} receives the gradient of the mean loss
   * @return sum of the losses
   */
  public double run(PairBatch batch, float[] described, float[] slopes) {
    int rows = batch.rows();
    int width = described.length / (2 * rows);
    if (space.rows != rows || space.width != width) {
      space = new Space(rows, width);
    }
    for (int r = 0; r < rows; r++) {
      System.arraycopy(described, r * width, space.users, r * space.side, width);
      System.arraycopy(described, (rows + r) * width, space.items, r * space.side, width);
      space.rarity[r] = rarity[batch.item()[r]];
    }
    PackedMatrix items = new PackedMatrix(space.items, space.stride, space.side, null);
    double[] losses = new double[rows];
    positives.open(batch);
    parallel.forRange(
        0, rows, GRAIN, (from, to, worker) -> users(batch, space, items, from, to, losses));
    positives.close(batch);
    parallel.forRange(0, rows, GRAIN, (from, to, worker) -> items(space, from, to));
    for (int r = 0; r < rows; r++) {
      System.arraycopy(space.userSlopes, r * space.side, slopes, r * width, width);
      System.arraycopy(space.itemSlopes, r * space.side, slopes, (rows + r) * width, width);
    }
    return Arrays.stream(losses).sum();
  }

  /** Slopes of some rows' scores, which stay in the space, and of their users. */
  private void users(
      PairBatch batch, Space s, PackedMatrix items, int from, int to, double[] losses) {
    items.multiply(s.users, from * s.side, to - from, s.scores, from * s.stride);
    for (int r = from; r < to; r++) {
      int at = r * s.stride;
      positives.overwrite(batch, r, s.scores, at, Float.NEGATIVE_INFINITY);
      Softmax.weighted(s.scores, at, s.rarity, 0, s.rows);
      float weight = batch.weight()[r];
      losses[r] = -weight * Math.log(s.scores[at + r] + TINY);
      s.scores[at + r] -= 1;
      FloatVectors.scale(weight / s.rows, s.scores, at, s.scores, at, s.rows);
    }
    NarrowProduct.ofRows(s.scores, s.stride, from, to, s.rows, s.items, s.side, s.userSlopes);
  }

  private static void items(Space s, int from, int to) {
    NarrowProduct.ofColumns(s.scores, s.stride, from, to, s.rows, s.users, s.side, s.itemSlopes);
  }
}
