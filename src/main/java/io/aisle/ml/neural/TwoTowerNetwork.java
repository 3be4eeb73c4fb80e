package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.ml.embedding.BatchSoftmax;
import io.aisle.ml.embedding.PairBatch;
import io.aisle.ml.model.DenseLayout;
import io.aisle.ml.model.PairNetwork;

/**
 * Fits a {@link TwoTowerModel} by the softmax over the items of the batch. The towers compute on
 * the device; their results, a few hundred numbers for each row, come to the heap, where {@link
 * BatchSoftmax} computes the scores and their gradient. Confined to one thread.
 */
final class TwoTowerNetwork implements PairNetwork {
  private final TwoTowerModel model;
  private final PairShape shape;
  private final BatchSoftmax softmax;
  private final PtNDManager manager;
  private final Ops ops = new Ops();
  private final PairStep step;

  /**
   * @param manager closed with this network
   */
  TwoTowerNetwork(TwoTowerModel model, PairShape shape, BatchSoftmax softmax, PtNDManager manager) {
    this.model = model;
    this.shape = shape;
    this.softmax = softmax;
    this.manager = manager;
    this.step = new PairStep(ops, manager, model.layout());
  }

  @Override
  public DenseLayout layout() {
    return model.layout();
  }

  @Override
  public Loss backward(Input input, Gradients gradients) {
    PairBatch batch = input.batch();
    return step.run(
        input,
        gradients,
        shape.users(batch.rows()),
        shape.items(batch.rows(), 1),
        (weights, users, items, scratch) -> {
          PtNDArray[] user = model.user(ops, weights, users, null);
          PtNDArray[] item = model.item(ops, weights, items);
          PtNDArray both = ops.cat(user[0], item[0]);
          float[] described = both.toFloatArray();
          float[] slopes = new float[described.length];
          double loss = softmax.run(batch, described, slopes);
          JniUtils.backward(both, PairStep.write(slopes, both.getShape(), scratch), false, false);
          ops.count(8);
          return new Loss(loss, batch.rows());
        });
  }

  /** Native calls made so far. */
  long nativeCalls() {
    return ops.calls();
  }

  @Override
  public void close() {
    manager.close();
  }
}
