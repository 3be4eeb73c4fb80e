package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.ml.embedding.BatchSoftmax;
import io.aisle.ml.embedding.PairBatch;
import io.aisle.ml.embedding.UnitRows;
import io.aisle.ml.model.DenseLayout;
import io.aisle.ml.model.PairNetwork;

/**
 * Fits a {@link TwoTowerModel} by the softmax over the items of the batch. The towers compute on
 * the device; their results, a few hundred numbers for each row, come to the heap, where they are
 * brought to one length and {@link BatchSoftmax} computes the scores and their gradient: passes
 * over so few numbers take longer on the device than the products of the towers do. Confined to one
 * thread.
 */
final class TwoTowerNetwork implements PairNetwork {
  private final TwoTowerModel model;
  private final PairShape shape;
  private final BatchSoftmax softmax;
  private final PtNDManager manager;
  private final Ops ops = new Ops();
  private final PairStep step;
  private final UnitRows unit;

  /**
   * @param manager closed with this network
   */
  TwoTowerNetwork(TwoTowerModel model, PairShape shape, BatchSoftmax softmax, PtNDManager manager) {
    this.model = model;
    this.shape = shape;
    this.softmax = softmax;
    this.manager = manager;
    this.step = new PairStep(ops, manager, model.layout());
    this.unit = new UnitRows(model.outputs());
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
          PtNDArray user = model.userTower(ops, weights, users);
          PtNDArray item = model.itemTower(ops, weights, items);
          PtNDArray both = ops.cat(user, item);
          float[] described = both.toFloatArray();
          float[] slopes = new float[described.length];
          double loss = softmax(batch, described, slopes);
          JniUtils.backward(both, PairStep.write(slopes, both.getShape(), scratch), false, false);
          ops.count(8);
          return new Loss(loss, batch.rows());
        });
  }

  private double softmax(PairBatch batch, float[] described, float[] slopes) {
    int rows = batch.rows();
    double sharpness = 1 / model.temperature();
    unit.scale(described, 0, rows, sharpness);
    unit.scale(described, rows, 2 * rows, 1);
    double loss = softmax.run(batch, described, slopes);
    unit.back(slopes, 0, rows, sharpness);
    unit.back(slopes, rows, 2 * rows, 1);
    return loss;
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
