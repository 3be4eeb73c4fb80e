package io.aisle.core.training;

import io.aisle.domain.experiment.Experiment;
import java.util.function.IntSupplier;

/**
 * How many cores a training gets whose experiment leaves it open ({@code threads: 0}).
 *
 * @param setting asked when a training is started; 0: all of this machine
 */
public record Cores(IntSupplier setting) {
  /** All of this machine. */
  public static final Cores ALL = new Cores(() -> 0);

  /** How many that are. */
  public int count() {
    int all = Runtime.getRuntime().availableProcessors();
    int cores = Math.min(setting.getAsInt(), all);
    return cores == 0 ? all : cores;
  }

  /** The experiment with its cores written down, so that its run says what it had. */
  ReadExperiment grant(ReadExperiment read) {
    Experiment experiment = read.experiment();
    int cores = Math.min(setting.getAsInt(), Runtime.getRuntime().availableProcessors());
    if (cores == 0 || experiment.training().threads() > 0) {
      return read;
    }
    return new ReadExperiment(
        experiment.withTraining(experiment.training().withThreads(cores)),
        read.warnings(),
        read.tuned());
  }
}
