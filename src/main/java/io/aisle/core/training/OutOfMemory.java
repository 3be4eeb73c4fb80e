package io.aisle.core.training;

import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.ml.model.DataShape;
import java.util.Locale;

/** Says what a training that ran out of memory had, and what would take half of it. */
final class OutOfMemory {
  private static final long MIB = 1 << 20;

  private OutOfMemory() {}

  /**
   * The exception to throw in place of a failure: itself, unless it says that the Java heap or the
   * memory of libtorch is used up.
   */
  static RuntimeException explain(Throwable failure, Experiment experiment, DataShape shape) {
    if (failure instanceof OutOfMemoryError) {
      return new OperationException(
          "%s used up the %,d MiB of memory that Java had for it; half as much is taken by %s"
              .formatted(
                  experiment.model().kind().id(),
                  Runtime.getRuntime().maxMemory() / MIB,
                  Smaller.half(experiment, shape)),
          failure);
    }
    if (isNative(failure)) {
      return new OperationException(
          "%s wanted more memory than the device or this machine has left; half of the %,d MiB that were expected is taken by %s"
              .formatted(
                  experiment.model().kind().id(),
                  WorkerPlan.estimate(experiment, shape).memoryMb(),
                  Smaller.half(experiment, shape)),
          failure);
    }
    return (RuntimeException) failure;
  }

  /** The words of libtorch's allocators on CPU and GPU. */
  static boolean isNative(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (said.contains("can't allocate memory")
          || said.contains("not enough memory")
          || said.contains("out of memory")) {
        return true;
      }
    }
    return false;
  }
}
