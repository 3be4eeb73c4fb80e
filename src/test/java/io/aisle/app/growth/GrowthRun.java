package io.aisle.app.growth;

import io.aisle.core.job.Memory;
import io.aisle.core.job.ThreadParallel;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.BprParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.LightGcnParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.ModelTrait;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.AlsFamily;
import io.aisle.ml.model.BprFamily;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.ItemKnnFamily;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.graph.LightGcnFamily;
import io.aisle.ml.neural.NativeSetup;
import io.aisle.ml.neural.SasRecFamily;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Main of a process that trains one model on one size of the data and prints interactions, seconds
 * of its fastest epoch and its resident memory at the highest, MiB.
 */
public final class GrowthRun {
  /** An epoch of these takes so long that one must do. */
  private static final double LONG_SECONDS = 3;

  private static final int EPOCHS = 5;
  private static final double WARM_UP_SECONDS = 2;

  private GrowthRun() {}

  /**
   * @param arguments the id of a model and how many times the users are taken
   */
  public static void main(String[] arguments) throws IOException {
    int threads = Runtime.getRuntime().availableProcessors();
    ModelKind kind = ModelKind.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace('-', '_'));
    if (kind.has(ModelTrait.TORCH)) {
      NativeSetup.prepare(threads);
    }
    int factor = Integer.parseInt(arguments[1]);
    try (ThreadParallel parallel = new ThreadParallel(threads)) {
      Device cpu = new Device(Device.Kind.CPU, 0, "cpu", 0);
      Compute compute = new Compute(new RunContext(1, cpu, threads), parallel, CancelSignal.NEVER);
      switch (kind) {
        case ITEM_KNN -> measure(new ItemKnnFamily(), ItemKnnParams.DEFAULTS, factor, compute);
        case ALS -> measure(new AlsFamily(), AlsParams.DEFAULTS, factor, compute);
        case BPR -> measure(new BprFamily(), BprParams.DEFAULTS, factor, compute);
        case LIGHTGCN -> measure(new LightGcnFamily(), LightGcnParams.DEFAULTS, factor, compute);
        case SASREC -> measure(new SasRecFamily(), SasRecParams.DEFAULTS, factor, compute);
        default -> throw new IllegalArgumentException(arguments[0] + " is not measured");
      }
    }
  }

  private static <P extends ModelParams> void measure(
      ModelFamily<P> family, P params, int factor, Compute compute) throws IOException {
    warmUp(family, params, compute);
    FitData data = FitData.of(Films.times(factor));
    // the fastest: what else the machine does can only add to it
    double seconds = epochs(EPOCHS, family, params, data, compute)[0];
    System.out.printf(
        Locale.ROOT, "%d %.6f %d%n", data.train().size(), seconds, Memory.ofThisProcess().peakMb());
  }

  /** On the smallest data, so that the memory at the highest is that of the size measured. */
  private static <P extends ModelParams> void warmUp(
      ModelFamily<P> family, P params, Compute compute) throws IOException {
    FitData data = FitData.of(Films.times(1));
    long start = System.nanoTime();
    do {
      epochs(1, family, params, data, compute);
    } while ((System.nanoTime() - start) / 1e9 < WARM_UP_SECONDS);
  }

  /**
   * In ascending order. The epoch of a model in closed form is its whole fit.
   *
   * @param most fewer when they take long
   */
  private static <P extends ModelParams> double[] epochs(
      int most, ModelFamily<P> family, P params, FitData data, Compute compute) {
    TrainingSpec training = TrainingSpec.defaults(params.kind());
    double[] seconds = new double[most];
    if (!params.kind().iterative()) {
      Arrays.setAll(
          seconds,
          fit -> {
            long start = System.nanoTime();
            try (ModelTrainer trainer = family.trainer(params, training, data, compute)) {
              trainer.trainEpoch();
            }
            return (System.nanoTime() - start) / 1e9;
          });
      Arrays.sort(seconds);
      return seconds;
    }
    try (ModelTrainer trainer = family.trainer(params, training, data, compute)) {
      int done = 0;
      while (done < most && (done == 0 || seconds[0] < LONG_SECONDS)) {
        long start = System.nanoTime();
        trainer.trainEpoch();
        seconds[done++] = (System.nanoTime() - start) / 1e9;
      }
      double[] measured = Arrays.copyOf(seconds, done);
      Arrays.sort(measured);
      return measured;
    }
  }
}
