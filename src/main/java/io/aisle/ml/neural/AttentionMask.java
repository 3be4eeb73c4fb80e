package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import java.util.HashMap;
import java.util.Map;

/**
 * What is added to attention scores: 0 where a query may look at a key, else very negative, so that
 * the weight becomes 0. Keeps a few arrays for each length of rows; they live as long as the
 * manager.
 */
final class AttentionMask {
  private static final float BLOCKED = -1e9f;

  private final Ops ops;
  private final PtNDManager manager;
  private final PtNDArray blocked;
  private final Map<Integer, PtNDArray> columns = new HashMap<>();
  private final Map<Integer, PtNDArray> futures = new HashMap<>();

  AttentionMask(Ops ops, PtNDManager manager) {
    this.ops = ops;
    this.manager = manager;
    this.blocked = new Constants(manager).of(BLOCKED);
  }

  /** {@code [rows, 1, length, length]}: back to the query's first column, never ahead. */
  PtNDArray causal(Batch batch) {
    PtNDArray bias = before(batch, column(batch));
    ops.addTo(bias, futures.computeIfAbsent(batch.length(), this::future));
    return bias;
  }

  /**
   * {@code [length, length]}: never ahead, for rows of one window each from the first column on.
   * Shared: to be added to something, not to be written.
   */
  PtNDArray ahead(Batch batch) {
    return futures.computeIfAbsent(batch.length(), this::future);
  }

  /** The shape of {@link #causal}: from the query's first column to its last. */
  PtNDArray within(Batch batch) {
    PtNDArray column = column(batch);
    PtNDArray bias = before(batch, column);
    PtNDArray last = ops.reshape(batch.get(Field.LASTS), batch.rows(), 1, batch.length(), 1);
    PtNDArray behind = ops.toFloat(ops.lessThan(last, column));
    ops.multiplyInto(behind, blocked);
    ops.addTo(bias, behind);
    return bias;
  }

  private PtNDArray before(Batch batch, PtNDArray column) {
    PtNDArray first = ops.reshape(batch.get(Field.FIRSTS), batch.rows(), 1, batch.length(), 1);
    PtNDArray bias = ops.toFloat(ops.lessThan(column, first));
    ops.multiplyInto(bias, blocked);
    return bias;
  }

  /** The numbers of the columns, as a view that belongs to the step. */
  private PtNDArray column(Batch batch) {
    PtNDArray kept = columns.computeIfAbsent(batch.length(), this::numbers);
    PtNDArray view = ops.reshape(kept, batch.length());
    view.attach(batch.step());
    return view;
  }

  private PtNDArray numbers(int length) {
    long[] column = new long[length];
    for (int c = 0; c < length; c++) {
      column[c] = c;
    }
    return (PtNDArray) manager.create(column);
  }

  private PtNDArray future(int length) {
    float[] future = new float[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = query + 1; key < length; key++) {
        future[query * length + key] = BLOCKED;
      }
    }
    return (PtNDArray) manager.create(future, new Shape(length, length));
  }
}
