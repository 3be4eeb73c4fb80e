package io.aisle.core.training;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.ModelTrainer;
import java.util.Arrays;

/**
 * Measures how long an epoch takes on this machine: the fastest of several passes over a small part
 * of the data, scaled by how the work of the model grows with the data. A forecast, good to about a
 * factor of two: the small part fits better into caches, and the first passes of a program run
 * before its compiler has seen them.
 */
final class Calibration {
  private static final int LEAST_USERS = 96;
  private static final int SHARE = 16;

  private static final int PASSES = 20;
  private static final int LEAST_PASSES = 6;
  private static final double BUDGET_SECONDS = 1.0;
  private static final double MOST_SECONDS = 4.0;

  /** The catalogue of the small part for models whose work grows with its cube. */
  private static final int FEW_ITEMS = 768;

  /** Takes as long as any, and does not diverge. */
  private static final double LEARNING_RATE = 1e-6;

  private Calibration() {}

  /** Expected seconds of one epoch over the whole training part. */
  static double epochSeconds(Experiment experiment, FitData data, Compute compute) {
    ModelParams params = experiment.model();
    TrainingSpec training = experiment.training().withLearningRate(LEARNING_RATE);
    FitData part =
        data.with(part(data.train(), params instanceof EaseParams ? FEW_ITEMS : Integer.MAX_VALUE));
    double scale =
        ModelFamilies.work(params, training, data)
            / Math.max(1, ModelFamilies.work(params, training, part));
    double fastest = Double.POSITIVE_INFINITY;
    long start = System.nanoTime();
    // the first passes of a model in Java run before the compiler has seen it; libtorch is compiled
    int least = params.kind().has(ModelTrait.TORCH) ? 1 : LEAST_PASSES;
    for (int pass = 0; pass < PASSES; pass++) {
      double spent = seconds(start);
      if (spent > MOST_SECONDS || (pass >= least && spent > BUDGET_SECONDS)) {
        break;
      }
      compute.cancel().check();
      try (ModelTrainer trainer = ModelFamilies.trainer(params, training, part, compute)) {
        fastest = Math.min(fastest, pass(trainer));
        if (params.kind().iterative()) {
          // a second epoch of one trainer has no first-time costs of its own
          fastest = Math.min(fastest, pass(trainer));
        }
      }
    }
    return scale * fastest;
  }

  private static double pass(ModelTrainer trainer) {
    long start = System.nanoTime();
    trainer.trainEpoch();
    return seconds(start);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** Every n-th user, and only the first items. */
  private static Interactions part(Interactions train, int items) {
    int step = Math.max(1, Math.min(SHARE, train.users() / Math.min(train.users(), LEAST_USERS)));
    int kept = Math.min(items, train.items());
    int[] offsets = new int[train.users() + 1];
    int[] item = new int[train.size()];
    float[] value = new float[train.size()];
    long[] time = new long[train.hasTimes() ? train.size() : 0];
    int size = 0;
    for (int u = 0; u < train.users(); u++) {
      int end = u % step == 0 ? train.offsets()[u + 1] : train.offsets()[u];
      for (int at = train.offsets()[u]; at < end; at++) {
        if (train.item()[at] < kept) {
          item[size] = train.item()[at];
          value[size] = train.value()[at];
          if (time.length > 0) {
            time[size] = train.time()[at];
          }
          size++;
        }
      }
      offsets[u + 1] = size;
    }
    return new Interactions(
        train.users(),
        kept,
        offsets,
        Arrays.copyOf(item, size),
        Arrays.copyOf(value, size),
        Arrays.copyOf(time, time.length == 0 ? 0 : size));
  }
}
