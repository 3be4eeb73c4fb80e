package io.aisle.ml.neural;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Loss;
import io.aisle.domain.model.SasRecParams.Positions;
import java.util.SplittableRandom;

/**
 * Speed of one SASRec training step on the CPU in fixed shapes: batch 256, length 50, width 64,
 * inner width 256, 2 layers, 2 heads, 20,000 items, dropout 0.2, softmax over all items at the last
 * position, Adam. Random items, no padding; forward, backward and update as in training.
 */
public final class SasRecStepBench {
  private static final int ITEMS = 20_000;
  private static final int BATCH = 256;
  private static final int BATCHES = 8;
  private static final SasRecParams PARAMS =
      new SasRecParams(64, 2, 2, 50, 0.2, Loss.SOFTMAX, 1, Positions.LAST);

  /**
   * @param steps timed, at least 1
   * @param warmup steps before
   * @return steps a second
   */
  public double stepsPerSecond(int steps, int warmup, int threads) {
    NativeSetup.prepare(threads);
    try (PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu())) {
      SasRecLayout layout = new SasRecLayout(PARAMS, ITEMS);
      Constants constants = new Constants(manager);
      Shape shape = new Shape(layout.rows(), layout.width());
      PtNDArray matrix = (PtNDArray) manager.create(layout.initial(1), shape);
      Adam adam =
          new Adam(
              matrix,
              (PtNDArray) manager.zeros(shape),
              (PtNDArray) manager.zeros(shape),
              0,
              1e-3,
              0,
              constants);
      Ops ops = new Ops();
      try (PooledDropout dropout = new PooledDropout(PARAMS.dropout(), manager)) {
        dropout.reseed(1);
        TrainingStep step =
            new TrainingStep(
                ops,
                layout,
                new SasRecNetwork(ops, PARAMS, dropout, constants),
                new SoftmaxLoss(SasRecTrainer.CHUNK, constants),
                adam,
                matrix,
                true);
        DeviceRows rows = new DeviceRows(cells(), manager);
        run(step, rows, warmup, manager);
        long start = System.nanoTime();
        run(step, rows, steps, manager);
        return steps * 1e9 / (System.nanoTime() - start);
      }
    }
  }

  private static void run(TrainingStep step, DeviceRows rows, int steps, PtNDManager manager) {
    for (int i = 0; i < steps; i++) {
      int from = i % BATCHES * BATCH;
      try (PtNDManager scratch = (PtNDManager) manager.newSubManager()) {
        double loss = step.run(rows, from, from + BATCH, scratch).loss();
        if (Double.isNaN(loss)) {
          throw new IllegalStateException("the step computed no loss");
        }
      }
    }
  }

  private static RowCells cells() {
    SplittableRandom random = new SplittableRandom(1);
    RowCells cells = new RowCells(BATCH * BATCHES, PARAMS.maxLength());
    for (int row = 0; row < cells.rows(); row++) {
      int[] sequence = random.ints(PARAMS.maxLength() + 1L, 0, ITEMS).toArray();
      cells.putWithTargets(sequence, 0, PARAMS.maxLength(), row, 0);
    }
    return cells;
  }
}
