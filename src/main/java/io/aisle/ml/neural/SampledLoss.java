package io.aisle.ml.neural;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Binary cross-entropy of the target against uniformly drawn items, as in the original SASRec (Kang
 * and McAuley, 2018), there with one negative: -log s(target) - sum over negatives of log(1 -
 * s(negative)), s the logistic function of the score.
 */
final class SampledLoss implements SequenceLoss {
  private final int negatives;

  SampledLoss(int negatives) {
    this.negatives = negatives;
  }

  @Override
  public Backward backward(
      Ops ops, PtNDArray encoded, PtNDArray items, Targets targets, PtNDManager step) {
    long width = items.getShape().get(1);
    PtNDArray positive = ops.sum(ops.mul(encoded, ops.embedding(targets.items(), items)), 1);
    PtNDArray loss = ops.softPlus(ops.neg(positive));
    PtNDArray drawn =
        (PtNDArray)
            step.randomInteger(
                0,
                items.getShape().get(0),
                new Shape(targets.positions(), negatives),
                DataType.INT64);
    ops.count(2);
    PtNDArray against = ops.embedding(drawn, items);
    PtNDArray column = ops.reshape(encoded, targets.positions(), width, 1);
    PtNDArray scores = ops.reshape(ops.bmm(against, column), targets.positions(), negatives);
    loss = ops.add(loss, ops.sum(ops.softPlus(scores), 1));
    if (targets.weights() != null) {
      loss = ops.mul(loss, ops.reshape(targets.weights(), -1));
    }
    PtNDArray sum = ops.sum(loss);
    PtNDArray mean = new Constants(step).of(1.0 / targets.count());
    JniUtils.backward(sum, mean, false, false);
    ops.count(3);
    return new Backward(sum, null);
  }
}
