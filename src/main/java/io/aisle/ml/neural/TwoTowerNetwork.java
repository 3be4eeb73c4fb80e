package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.embedding.PairBatch;
import io.aisle.ml.model.DenseLayout;
import io.aisle.ml.model.PairNetwork;
import java.util.Arrays;

/**
 * Fits a {@link TwoTowerModel} by the softmax over the items of the batch: {@code -ln p(own item |
 * user)} with p in proportion to {@code exp(score - ln share)}, where the share of an item among
 * the interactions corrects for popular items being in the batch more often (Yi and others, 2019).
 * Items of other rows that the user has, too, are left out. The gradient by the scores, p less the
 * indicator of the own item, is written out. Confined to one thread.
 */
final class TwoTowerNetwork implements PairNetwork {
  private static final float BLOCKED = -1e9f;
  private static final float TINY = 1e-30f;

  private final TwoTowerModel model;
  private final PairShape shape;
  private final float[] logShares;
  private final BatchPositives positives;
  private final PtNDManager manager;
  private final Ops ops = new Ops();
  private final PairStep step;

  /**
   * @param owned what each user has
   * @param corrects whether popular items are forgiven for being in batches more often
   * @param manager closed with this network
   */
  TwoTowerNetwork(
      TwoTowerModel model,
      PairShape shape,
      SparseRows owned,
      int[] counts,
      boolean corrects,
      PtNDManager manager) {
    this.model = model;
    this.shape = shape;
    this.positives = new BatchPositives(owned);
    this.manager = manager;
    this.step = new PairStep(ops, manager, model.layout());
    this.logShares = new float[counts.length];
    double all = Arrays.stream(counts).asDoubleStream().sum();
    for (int i = 0; corrects && i < counts.length; i++) {
      logShares[i] = (float) Math.log(Math.max(1, counts[i]) / all);
    }
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
          PtNDArray scores =
              model.scores(ops, weights, user, item, batch.rows(), batch.rows(), Dropout.NONE);
          JniUtils.setGradMode(false);
          PtNDArray own;
          PtNDArray slopes;
          try {
            slopes = shares(batch, scores, scratch);
            own = own(batch, slopes, scratch);
          } finally {
            JniUtils.setGradMode(true);
          }
          JniUtils.backward(scores, slopes, false, false);
          ops.count(3);
          return new Loss(loss(batch, own.toFloatArray()), batch.rows());
        });
  }

  /** The softmax over the batch, {@code [rows, rows]}; scores are changed. */
  private PtNDArray shares(PairBatch batch, PtNDArray scores, PtNDManager scratch) {
    int rows = batch.rows();
    float[] correction = new float[rows];
    for (int r = 0; r < rows; r++) {
      correction[r] = logShares[batch.item()[r]];
    }
    ops.subtractFrom(scores, (PtNDArray) scratch.create(correction));
    long[] blocked = positives.of(batch);
    if (blocked.length > 0) {
      float[] values = new float[blocked.length];
      Arrays.fill(values, BLOCKED);
      PtNDArray flat = ops.reshape(scores, -1);
      ops.set(flat, (PtNDArray) scratch.create(blocked), (PtNDArray) scratch.create(values));
    }
    ops.count(6);
    return ops.softmax(scores, 1);
  }

  /**
   * Takes the share of each row's own item, and turns the shares into the slopes of the mean loss.
   *
   * @return {@code [rows]}
   */
  private PtNDArray own(PairBatch batch, PtNDArray shares, PtNDManager scratch) {
    int rows = batch.rows();
    long[] diagonal = new long[rows];
    float[] scale = new float[rows];
    for (int r = 0; r < rows; r++) {
      diagonal[r] = (long) r * rows + r;
      scale[r] = batch.weight()[r] / rows;
    }
    PtNDArray places = (PtNDArray) scratch.create(diagonal);
    PtNDArray own = ops.take(shares, places, scratch);
    PtNDArray flat = ops.reshape(shares, -1);
    ops.set(flat, places, ops.sub(own, new Constants(scratch).of(1)));
    ops.multiplyInto(shares, (PtNDArray) scratch.create(scale, new Shape(rows, 1)));
    ops.count(6);
    return own;
  }

  private static double loss(PairBatch batch, float[] own) {
    double sum = 0;
    for (int r = 0; r < own.length; r++) {
      sum -= batch.weight()[r] * Math.log(own[r] + TINY);
    }
    return sum;
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
