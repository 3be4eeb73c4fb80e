package io.aisle.ml.neural;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.TwoTowerParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.ModelTrainer;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Speed of one training step of the two-tower model on the CPU in fixed shapes: 100,000 users,
 * 50,000 items, ids only, batch 1,024, width 64, towers of 128 and 64 units, softmax over the batch
 * with correction for popularity. Random pairs; everything that a step of a training does.
 */
public final class TwoTowerStepBench implements AutoCloseable {
  private static final int USERS = 100_000;
  private static final int ITEMS = 50_000;
  private static final int BATCH = 1024;
  private static final TwoTowerParams PARAMS = new TwoTowerParams(64, 0, 128, 64, 0.05, true);

  private final int steps;
  private final ModelTrainer trainer;

  /**
   * Prepares a training.
   *
   * @param steps of each round
   */
  public TwoTowerStepBench(int steps, Compute compute) {
    this.steps = steps;
    int threads = compute.context().threads();
    TrainingSpec training =
        new TrainingSpec(1, BATCH, 0.001, 0, new Metric(MetricKind.NDCG, 10), 0, 1, "cpu", threads);
    this.trainer =
        new TwoTowerFamily().trainer(PARAMS, training, FitData.of(pairs(steps)), compute);
  }

  private static Interactions pairs(int steps) {
    SplittableRandom random = new SplittableRandom(1);
    int[] user = random.ints((long) steps * BATCH, 0, USERS).toArray();
    int[] offsets = new int[USERS + 1];
    for (int u : user) {
      offsets[u + 1]++;
    }
    for (int u = 0; u < USERS; u++) {
      offsets[u + 1] += offsets[u];
    }
    int[] item = random.ints(user.length, 0, ITEMS).toArray();
    float[] value = new float[item.length];
    Arrays.fill(value, 1);
    return new Interactions(USERS, ITEMS, offsets, item, value, new long[0]);
  }

  /** Trains for a round. */
  public double stepsPerSecond() {
    long start = System.nanoTime();
    double loss = trainer.trainEpoch().loss();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (!Double.isFinite(loss)) {
      throw new IllegalStateException("the steps computed no loss");
    }
    return steps / seconds;
  }

  @Override
  public void close() {
    trainer.close();
  }
}
