package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;

/**
 * Rows of cells on the device, of which batches are views. The arrays live as long as the manager
 * they were made with.
 */
final class DeviceRows {
  /** Added to the score of a pair that may not look at each other; its weight becomes 0. */
  private static final float BLOCKED = -1e9f;

  private final RowCells cells;
  private final PtNDArray items;
  private final PtNDArray targets;
  private final PtNDArray positions;
  private final PtNDArray firsts;
  private final PtNDArray columns;
  private final PtNDArray causal;
  private final PtNDArray blocked;
  private final PtNDArray zero;

  DeviceRows(RowCells cells, PtNDManager manager) {
    this.cells = cells;
    Shape flat = new Shape((long) cells.rows() * cells.length());
    this.items = (PtNDArray) manager.create(cells.items(), flat);
    this.targets = (PtNDArray) manager.create(cells.targets(), flat);
    this.positions = (PtNDArray) manager.create(cells.positions(), flat);
    this.firsts = (PtNDArray) manager.create(cells.firsts(), flat);
    long[] column = new long[cells.length()];
    float[] future = new float[cells.length() * cells.length()];
    for (int query = 0; query < cells.length(); query++) {
      column[query] = query;
      for (int key = query + 1; key < cells.length(); key++) {
        future[query * cells.length() + key] = BLOCKED;
      }
    }
    this.columns = (PtNDArray) manager.create(column, new Shape(cells.length()));
    this.causal = (PtNDArray) manager.create(future, new Shape(cells.length(), cells.length()));
    this.blocked = new Constants(manager).of(BLOCKED);
    this.zero = (PtNDArray) manager.create(new long[] {0}, new Shape());
  }

  /**
   * Rows {@code from} to {@code to - 1}.
   *
   * @param newestLast whether every row is one window that ends in the last column
   * @param step takes the arrays of the batch
   */
  Batch batch(Ops ops, int from, int to, boolean newestLast, PtNDManager step) {
    int rows = to - from;
    PtNDArray first = ops.reshape(view(ops, firsts, from, to, step), rows, 1, cells.length(), 1);
    PtNDArray bias = ops.toFloat(ops.lessThan(columns(ops, step), first));
    ops.multiplyInto(bias, blocked);
    ops.addTo(bias, causal);
    return new Batch(
        rows,
        cells.length(),
        view(ops, items, from, to, step),
        newestLast ? null : view(ops, positions, from, to, step),
        bias);
  }

  private PtNDArray columns(Ops ops, PtNDManager step) {
    PtNDArray view = ops.reshape(columns, cells.length());
    view.attach(step);
    return view;
  }

  /** The targets of the same rows; of their last columns when {@code newestLast}. */
  SequenceLoss.Targets targets(Ops ops, int from, int to, boolean newestLast, PtNDManager step) {
    int rows = to - from;
    int count = cells.targetCount(from, to);
    PtNDArray flat = view(ops, targets, from, to, step);
    if (newestLast) {
      PtNDArray square = ops.reshape(flat, rows, cells.length());
      PtNDArray last = ops.slice(square, 1, cells.length() - 1, cells.length());
      return new SequenceLoss.Targets(ops.reshape(last, rows), null, rows, rows);
    }
    int cellsHere = rows * cells.length();
    if (count == cellsHere) {
      return new SequenceLoss.Targets(flat, null, cellsHere, count);
    }
    PtNDArray weights = ops.reshape(ops.toFloat(ops.atLeast(flat, zero)), cellsHere, 1);
    return new SequenceLoss.Targets(ops.atLeastZero(flat), weights, cellsHere, count);
  }

  private PtNDArray view(Ops ops, PtNDArray array, int from, int to, PtNDManager step) {
    PtNDArray view = ops.slice(array, 0, (long) from * cells.length(), (long) to * cells.length());
    view.attach(step);
    return view;
  }
}
