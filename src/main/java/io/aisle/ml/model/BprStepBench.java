package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Speed of BPR in fixed shapes: 100,000 users with 20 random items each, 50,000 items, width 64,
 * uniform negatives. A sample is an interaction with a negative: drawn, judged and all its rows
 * moved; the order of the epoch is part of the time.
 */
public final class BprStepBench {
  private static final int USERS = 100_000;
  private static final int ITEMS = 50_000;
  private static final int PER_USER = 20;

  private final BprTrainer trainer;
  private final int samples;

  public BprStepBench(Compute compute) {
    Interactions train = random();
    this.samples = train.size();
    this.trainer =
        new BprTrainer(
            new BprParams(64, BprParams.DEFAULTS.regularization()),
            TrainingSpec.defaults(ModelKind.BPR).withSampling(NegativeSampling.UNIFORM),
            FitData.of(train),
            compute);
  }

  private static Interactions random() {
    SplittableRandom random = new SplittableRandom(1);
    int[] offsets = new int[USERS + 1];
    int[] item = new int[USERS * PER_USER];
    float[] value = new float[item.length];
    Arrays.setAll(offsets, user -> user * PER_USER);
    Arrays.setAll(item, cell -> random.nextInt(ITEMS));
    Arrays.fill(value, 1);
    return new Interactions(USERS, ITEMS, offsets, item, value, new long[0]);
  }

  /** Trains an epoch; the first ones warm the compiler up. */
  public double samplesPerSecond() {
    long start = System.nanoTime();
    if (Double.isNaN(trainer.trainEpoch().loss())) {
      throw new IllegalStateException("the epoch computed no loss");
    }
    return samples * 1e9 / (System.nanoTime() - start);
  }
}
