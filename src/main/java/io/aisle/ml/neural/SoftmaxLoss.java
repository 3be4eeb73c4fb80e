package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

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
  public Result backward(
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
    return new Result(sums.loss, sums.itemGradient);
  }

  private record Sums(PtNDArray loss, PtNDArray encodedGradient, PtNDArray itemGradient) {}

  private Sums forward(
      Ops ops, PtNDArray encoded, PtNDArray items, Targets targets, PtNDManager step) {
    long catalogue = items.getShape().get(0);
    int rows = Math.clamp(chunk / catalogue, 1, targets.positions());
    int chunks = (targets.positions() + rows - 1) / rows;
    PtNDArray scale = new Constants(step).of(1.0 / targets.count());
    PtNDArray weights =
        targets.weights() == null ? null : ops.mul(targets.weights(), scale);
    PtNDArray itemsTurned = ops.transpose(items, 0, 1);
    PtNDArray firstCell = firstCells(rows, catalogue, step);
    PtNDArray[] gradients = new PtNDArray[chunks];
    PtNDArray loss = null;
    PtNDArray itemGradient = null;
    for (int c = 0; c < chunks; c++) {
      int from = c * rows;
      int to = Math.min(targets.positions(), from + rows);
      PtNDArray h = chunks == 1 ? encoded : ops.slice(encoded, 0, from, to);
      PtNDArray y = chunks == 1 ? targets.items() : ops.slice(targets.items(), 0, from, to);
      PtNDArray w = weights == null || chunks == 1 ? weights : ops.slice(weights, 0, from, to);
      PtNDArray cell = ops.add(y, to - from == rows ? firstCell : ops.slice(firstCell, 0, 0, to - from));
      try (PtNDManager scores = (PtNDManager) step.newSubManager()) {
        PtNDArray logits = ops.matmul(h, itemsTurned);
        PtNDArray p = ops.softmax(logits, 1);
        logits.close();
        p.attach(scores);
        PtNDArray hit = ops.take(p, cell, scores);
        ops.set(ops.reshape(p, -1), cell, ops.sub(hit, one));
        PtNDArray term = ops.log(ops.add(hit, tiny));
        if (w != null) {
          term = ops.mul(term, ops.reshape(w, -1));
        }
        term = ops.sum(term);
        term.attach(step);
        gradients[c] = ops.mul(ops.matmul(p, items), w == null ? scale : w);
        gradients[c].attach(step);
        PtNDArray hTurned = ops.transpose(ops.mul(h, w == null ? scale : w), 0, 1);
        PtNDArray part = ops.matmul(hTurned, p);
        if (c == 0) {
          loss = term;
          itemGradient = part;
        } else {
          ops.addTo(loss, term);
          ops.addTo(itemGradient, part);
        }
      }
    }
    PtNDArray encodedGradient =
        chunks == 1 ? gradients[0] : JniUtils.cat(gradients, 0);
    ops.count(2);
    PtNDArray sum = weights == null ? loss : loss.mul(targets.count());
    return new Sums(ops.neg(sum), encodedGradient, ops.transpose(itemGradient, 0, 1));
  }

  /** The flat index of the first cell of each row of scores. */
  private static PtNDArray firstCells(int rows, long catalogue, PtNDManager step) {
    long[] cells = new long[rows];
    for (int r = 0; r < rows; r++) {
      cells[r] = r * catalogue;
    }
    return (PtNDArray) step.create(cells);
  }
}
