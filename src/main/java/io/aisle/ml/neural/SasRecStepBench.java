package io.aisle.ml.neural;

import ai.djl.Device;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
      new SasRecParams(64, 2, 2, 50, 0.2, NextItemLoss.SOFTMAX, 1, Positions.LAST);

  /**
   * @param steps timed, at least 1
   * @param warmup steps before
   * @return steps a second
   */
  public double stepsPerSecond(int steps, int warmup, int threads) {
    NativeSetup.prepare(threads);
    try (PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu())) {
      SasRecModel model = SasRecModel.of(PARAMS, ITEMS);
      TrainingSpec training = TrainingSpec.defaults(ModelKind.SASREC);
      Parameters parameters = new Parameters(model.layout(), training, 1, manager);
      parameters.descent().beginEpoch(1, BATCHES);
      Ops ops = new Ops();
      try (PooledDropout dropout = new PooledDropout(PARAMS.dropout(), manager)) {
        dropout.reseed(1);
        SequenceStep step =
            new SequenceStep(
                ops,
                parameters,
                model.network(ops, dropout, manager),
                new SoftmaxLoss(SequenceObjective.CHUNK, new Constants(manager)));
        DeviceBatches batches = new DeviceBatches(batches(), manager);
        run(step, batches, warmup, manager);
        long start = System.nanoTime();
        run(step, batches, steps, manager);
        return steps * 1e9 / (System.nanoTime() - start);
      }
    }
  }

  private static void run(
      SequenceStep step, DeviceBatches batches, int steps, PtNDManager manager) {
    for (int i = 0; i < steps; i++) {
      try (PtNDManager scratch = (PtNDManager) manager.newSubManager()) {
        double loss = step.run(batches, i % BATCHES, scratch);
        if (Double.isNaN(loss)) {
          throw new IllegalStateException("the step computed no loss");
        }
      }
    }
  }

  private static List<BatchData> batches() {
    int length = PARAMS.maxLength() + 1;
    int[] item = new SplittableRandom(1).ints((long) BATCHES * BATCH * length, 0, ITEMS).toArray();
    int[] offsets = {0, item.length};
    Interactions all =
        new Interactions(1, ITEMS, offsets, item, new float[item.length], new long[0]);
    TrainingItems train = TrainingItems.of(all, false);
    List<BatchData> batches = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      RowCells cells = new RowCells(BATCH, PARAMS.maxLength());
      for (int row = 0; row < BATCH; row++) {
        int start = (batch * BATCH + row) * length;
        cells.putLast(train, new Window(start, PARAMS.maxLength()), row);
      }
      batches.add(cells.newestTarget(EnumSet.of(Field.ITEMS, Field.FIRSTS)));
    }
    return batches;
  }
}
