package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.Arrays;

/**
 * Cross-entropy of the softmax over the whole catalogue. The gradient is written out instead of
 * recorded: with p the softmax and y the target's indicator, the scores' gradient is p - y, so the
 * scores are needed for one product only and positions can be taken in chunks that stay in the
 * cache. Recorded, the same loss reads and writes all scores about twice as often.
 */
final class SoftmaxLoss implements SequenceLoss {
  /** Scores computed at a time. */
  private final long chunk;

  private final PtNDArray one;
  private final PtNDArray tiny;

  SoftmaxLoss(long chunk, Constants constants) {
    this.chunk = chunk;
    this.one = constants.of(1);
    this.tiny = constants.of(1e-30);
  }

  @Override
  public Backward backward(
      Ops ops, PtNDArray encoded, PtNDArray items, Targets targets, PtNDManager step) {
    JniUtils.setGradMode(false);
    Sums sums;
    try {
      sums = forward(ops, encoded, items, targets, step);
    } finally {
      JniUtils.setGradMode(true);
    }
    ops.count(3);
    JniUtils.backward(encoded, sums.encodedGradient, false, false);
    return new Backward(sums.loss, sums.itemGradient);
  }

  private record Sums(PtNDArray loss, PtNDArray encodedGradient, PtNDArray itemGradient) {}

  private Sums forward(
      Ops ops, PtNDArray encoded, PtNDArray items, Targets targets, PtNDManager step) {
    long catalogue = items.getShape().get(0);
    int rows = Math.clamp(chunk / catalogue, 1, targets.positions());
    int chunks = (targets.positions() + rows - 1) / rows;
    PtNDArray mean = new Constants(step).of(1.0 / targets.count());
    PtNDArray weights = targets.weights() == null ? mean : ops.mul(targets.weights(), mean);
    long[] sizes = new long[chunks];
    Arrays.fill(sizes, rows);
    sizes[chunks - 1] = targets.positions() - (chunks - 1L) * rows;
    PtNDArray[] encodings = ops.split(encoded, 0, sizes);
    PtNDArray weighed = ops.transpose(ops.mul(encoded, weights), 0, 1);
    PtNDArray[] turned = ops.split(weighed, 1, sizes);
    PtNDArray[] cells =
        ops.split(
            ops.add(firstCells(targets.positions(), rows, catalogue, step), targets.items()),
            0,
            sizes);
    PtNDArray itemsTurned = ops.transpose(items, 0, 1);
    PtNDArray[] hits = new PtNDArray[chunks];
    PtNDArray[] pulls = new PtNDArray[chunks];
    PtNDArray itemGradient = null;
    for (int c = 0; c < chunks; c++) {
      PtNDArray logits = ops.matmul(encodings[c], itemsTurned);
      PtNDArray p = ops.softmax(logits, 1);
      logits.close();
      hits[c] = ops.take(p, cells[c], step);
      PtNDArray flat = ops.reshape(p, -1);
      ops.set(flat, cells[c], ops.sub(hits[c], one));
      flat.close();
      pulls[c] = ops.matmul(p, items);
      PtNDArray part = ops.matmul(turned[c], p);
      if (itemGradient == null) {
        itemGradient = part;
      } else {
        ops.addTo(itemGradient, part);
      }
      p.close();
    }
    PtNDArray terms = ops.log(ops.add(ops.cat(hits), tiny));
    PtNDArray sum =
        targets.weights() == null ? ops.sum(terms) : ops.matmul(terms, targets.weights());
    return new Sums(
        ops.neg(sum), ops.mul(ops.cat(pulls), weights), ops.transpose(itemGradient, 0, 1));
  }

  /** For each position the flat index, within its chunk, of the first of its scores. */
  private static PtNDArray firstCells(int positions, int rows, long catalogue, PtNDManager step) {
    long[] cells = new long[positions];
    for (int i = 0; i < positions; i++) {
      cells[i] = i % rows * catalogue;
    }
    return (PtNDArray) step.create(cells);
  }
}
