package io.aisle.ml.neural;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Dropout whose masks are windows, at random places, of a large pool of independent draws made anew
 * for each epoch. libtorch draws Bernoulli masks one number after the other, 13 ns each, which was
 * a third of a training step; a window costs nothing. Values within one mask are independent; two
 * masks of an epoch may overlap in part, never at a place known beforehand.
 */
final class PooledDropout implements Dropout, AutoCloseable {
  private static final int POOL = 1 << 22;

  private final PtNDManager manager;
  private final double share;
  private final Map<Shape, PtNDArray> stacks = new HashMap<>();
  private PtNDArray pool;
  private int size;
  private SplittableRandom random;

  /**
   * @param share dropped, 0 to below 1
   * @param manager owns the pool
   */
  PooledDropout(double share, PtNDManager manager) {
    this.share = share;
    this.manager = manager;
  }

  /** Draws a new pool; everything until the next call depends on the seed alone. */
  void reseed(long seed) {
    random = new SplittableRandom(seed);
    JniUtils.setSeed(random.nextLong() >>> 1);
    close();
  }

  @Override
  public PtNDArray apply(Ops ops, PtNDArray x) {
    if (share == 0) {
      return x;
    }
    Shape shape = x.getShape();
    fill(Math.toIntExact(shape.size()));
    Shape cell = shape.slice(1);
    PtNDArray stack = stacks.computeIfAbsent(cell, this::stack);
    int room = size / Math.toIntExact(cell.size()) - Math.toIntExact(shape.get(0));
    int start = random.nextInt(room + 1);
    PtNDArray window = ops.slice(stack, 0, start, start + shape.get(0));
    window.attach(x.getManager());
    return ops.mul(x, window);
  }

  /** The pool as a stack of cells of one shape, so that a mask is a slice of it. */
  private PtNDArray stack(Shape cell) {
    long cells = size / cell.size();
    try (PtNDArray whole = JniUtils.slice(pool, 0, 0, cells * cell.size(), 1)) {
      return JniUtils.reshape(whole, new Shape(cells).addAll(cell).getShape());
    }
  }

  /** A pool at least four times as large as the largest mask. */
  private void fill(int needed) {
    if (pool != null && size >= Math.multiplyExact(4, needed)) {
      return;
    }
    close();
    size = Math.max(POOL, Math.multiplyExact(4, needed));
    boolean gradient = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (PtNDManager scratch = (PtNDManager) manager.newSubManager()) {
      PtNDArray draws = (PtNDArray) scratch.randomUniform(0, 1, new Shape(size), DataType.FLOAT32);
      PtNDArray kept = draws.gte(share).toType(DataType.FLOAT32, false);
      pool = kept.muli(1 / (1 - share));
      pool.attach(manager);
    } finally {
      JniUtils.setGradMode(gradient);
    }
  }

  @Override
  public void close() {
    stacks.values().forEach(PtNDArray::close);
    stacks.clear();
    if (pool != null) {
      pool.close();
      pool = null;
    }
  }
}
