package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Binary cross-entropy of the target against drawn items, as in the original SASRec (Kang and
 * McAuley, 2018), there with one uniform negative: -log s(target) - sum over negatives of log(1 -
 * s(negative)), s the logistic function of the score. Where several candidates are drawn for each
 * negative, the one with the highest score counts. Positions are taken in chunks, so that the drawn
 * rows of the item table never take more than a fixed room.
 */
final class SampledLoss implements SequenceLoss {
  /** Values of drawn rows that are held at a time. */
  private static final long ROOM = 1L << 23;

  private final int negatives;
  private final int candidates;

  /**
   * @param negatives for each target
   * @param candidates draws for each negative
   */
  SampledLoss(int negatives, int candidates) {
    this.negatives = negatives;
    this.candidates = candidates;
  }

  @Override
  public Backward backward(
      Ops ops, PtNDArray encoded, PtNDArray items, Targets targets, PtNDManager step) {
    PtNDArray vectors = leaf(ops, encoded, step);
    PtNDArray table = leaf(ops, items, step);
    long width = items.getShape().get(1);
    int chunk = Math.clamp(ROOM / (width * draws()), 1, targets.positions());
    PtNDArray mean = new Constants(step).of(1.0 / targets.count());
    PtNDArray total = new Constants(step).of(0);
    for (int from = 0; from < targets.positions(); from += chunk) {
      int to = Math.min(targets.positions(), from + chunk);
      PtNDArray sum = sum(ops, vectors, table, targets, from, to, step);
      JniUtils.backward(sum, mean, false, false);
      ops.addTo(total, ops.detach(sum));
      ops.count(1);
    }
    PtNDArray pull = JniUtils.getGradient(vectors);
    PtNDArray head = JniUtils.getGradient(table);
    pull.attach(step);
    head.attach(step);
    JniUtils.backward(encoded, pull, false, false);
    ops.count(7);
    return new Backward(total, head);
  }

  private int draws() {
    return negatives * candidates;
  }

  private static PtNDArray leaf(Ops ops, PtNDArray array, PtNDManager step) {
    PtNDArray leaf = ops.detach(array);
    leaf.attach(step);
    JniUtils.attachGradient(leaf, true);
    ops.count(1);
    return leaf;
  }

  /** The loss of some positions. */
  private PtNDArray sum(
      Ops ops,
      PtNDArray vectors,
      PtNDArray table,
      Targets targets,
      int from,
      int to,
      PtNDManager step) {
    int rows = to - from;
    PtNDArray part = ops.slice(vectors, 0, from, to);
    PtNDArray wanted = slice(ops, targets.items(), from, to, step);
    PtNDArray positive = ops.sum(ops.mul(part, ops.embedding(wanted, table)), 1);
    PtNDArray loss = ops.softPlus(ops.neg(positive));
    PtNDArray drawn =
        slice(ops, targets.negatives(), (long) from * draws(), (long) to * draws(), step);
    PtNDArray against = ops.embedding(ops.reshape(drawn, rows, draws()), table);
    PtNDArray scores = ops.bmm(against, ops.reshape(part, rows, part.getShape().get(1), 1));
    if (candidates > 1) {
      scores = ops.max(ops.reshape(scores, (long) rows * negatives, candidates), 1);
    }
    PtNDArray pushes = ops.softPlus(ops.reshape(scores, rows, negatives));
    loss = ops.add(loss, ops.sum(pushes, 1));
    if (targets.weights() != null) {
      PtNDArray weights = ops.reshape(targets.weights(), -1);
      loss = ops.mul(loss, slice(ops, weights, from, to, step));
    }
    return ops.sum(loss);
  }

  private static PtNDArray slice(Ops ops, PtNDArray array, long from, long to, PtNDManager step) {
    PtNDArray view = ops.slice(array, 0, from, to);
    view.attach(step);
    return view;
  }
}
