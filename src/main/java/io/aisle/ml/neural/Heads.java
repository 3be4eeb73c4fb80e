package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import java.util.Arrays;
import java.util.List;

/**
 * Multi-head attention (Vaswani and others, 2017) between projections that are computed already:
 * softmax(q k' / sqrt(d / heads) + bias) v.
 */
final class Heads {
  private final Ops ops;
  private final Dropout dropout;
  private final int heads;
  private final int width;
  private final PtNDArray scale;

  Heads(Ops ops, int width, int heads, Dropout dropout, Constants constants) {
    this.ops = ops;
    this.dropout = dropout;
    this.heads = heads;
    this.width = width;
    this.scale = constants.of(1 / Math.sqrt(width / (double) heads));
  }

  /**
   * Cuts a joint projection {@code [rows * length, count * d]} into {@code count} arrays {@code
   * [rows, heads, length, d / heads]}.
   */
  PtNDArray[] split(PtNDArray joint, Batch batch, int count) {
    long[] sizes = new long[count];
    if (count < 3) { // products copy one or two of them no slower than it would be done here
      Arrays.fill(sizes, heads);
      long all = (long) count * heads;
      PtNDArray cut = ops.reshape(joint, batch.rows(), batch.length(), all, size());
      return ops.split(ops.permute(cut, 0, 2, 1, 3), 1, sizes);
    }
    Arrays.fill(sizes, batch.rows());
    PtNDArray cut = ops.reshape(joint, batch.rows(), batch.length(), count, heads, size());
    cut = ops.permute(cut, 2, 0, 3, 1, 4);
    // in one piece, so that products need no copies of their own
    cut = ops.reshape(cut, (long) count * batch.rows(), heads, batch.length(), size());
    return ops.split(cut, 0, sizes);
  }

  /** One query for each row, {@code [rows, d]}, as {@link #split} gives it. */
  PtNDArray single(PtNDArray query, Batch batch) {
    return ops.reshape(query, batch.rows(), heads, 1, size());
  }

  /**
   * @param query {@code [rows, heads, queries, d / heads]}
   * @param key {@code [rows, heads, length, d / heads]}
   * @param value of the key's shape
   * @param bias {@code [rows, 1, queries, length]}, or what spreads to that
   * @param seen takes the weights {@code [rows, heads, queries, length]} before dropout; null when
   *     nobody wants them
   * @return {@code [rows * queries, d]}
   */
  PtNDArray attend(
      PtNDArray query, PtNDArray key, PtNDArray value, PtNDArray bias, List<PtNDArray> seen) {
    PtNDArray scores = ops.matmul(ops.mul(query, scale), ops.transpose(key, 2, 3));
    PtNDArray weights = ops.softmax(ops.add(scores, bias), 3);
    if (seen != null) {
      seen.add(weights);
    }
    PtNDArray mixed = ops.matmul(dropout.apply(ops, weights), value);
    return ops.reshape(ops.permute(mixed, 0, 2, 1, 3), -1, width);
  }

  private long size() {
    return width / heads;
  }
}
