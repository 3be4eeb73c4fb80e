package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.ml.embedding.LogisticLoss;
import io.aisle.ml.embedding.PairBatch;
import io.aisle.ml.model.DenseLayout;
import io.aisle.ml.model.PairNetwork;

/**
 * Fits a {@link PairModel} by binary cross-entropy. The loss and its slope by each score are taken
 * on the heap, where the hardest of several drawn negatives can be chosen; the rest of the gradient
 * comes from libtorch. Confined to one thread.
 */
final class LogisticNetwork implements PairNetwork {
  private final PairModel model;
  private final PairShape shape;
  private final Ops ops = new Ops();
  private final PtNDManager manager;
  private final PooledDropout dropout;
  private final PairStep step;

  /**
   * @param manager closed with this network
   */
  LogisticNetwork(PairModel model, PairShape shape, double dropout, PtNDManager manager) {
    this.model = model;
    this.shape = shape;
    this.manager = manager;
    this.dropout = new PooledDropout(dropout, manager);
    this.step = new PairStep(ops, manager, model.layout());
  }

  @Override
  public DenseLayout layout() {
    return model.layout();
  }

  @Override
  public void begin(long seed) {
    dropout.reseed(seed);
  }

  @Override
  public Loss backward(Input input, Gradients gradients) {
    PairBatch batch = input.batch();
    Shape users = shape.users(batch.rows());
    Shape items = shape.items(batch.rows(), batch.candidates());
    return step.run(
        input,
        gradients,
        users,
        items,
        (weights, userCells, itemCells, scratch) -> {
          PtNDArray past = shape.past(input.past(), scratch);
          PtNDArray scores =
              model.scores(
                  ops,
                  weights,
                  model.user(ops, weights, userCells, past),
                  model.item(ops, weights, itemCells),
                  batch.rows(),
                  batch.candidates(),
                  dropout);
          LogisticLoss loss = LogisticLoss.of(batch, scores.toFloatArray());
          PtNDArray slopes = (PtNDArray) scratch.create(loss.gradient(), scores.getShape());
          JniUtils.backward(scores, slopes, false, false);
          ops.count(6);
          return new Loss(loss.sum(), loss.count());
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
