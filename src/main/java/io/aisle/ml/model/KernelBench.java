package io.aisle.ml.model;

import io.aisle.domain.job.Parallel;
import io.aisle.ml.kernel.PeakArithmetic;
import io.aisle.ml.kernel.SpdInverse;
import io.aisle.ml.kernel.SymmetricTiles;
import java.util.SplittableRandom;

/** What the kernels do when nothing else is in their way. */
public final class KernelBench {
  private KernelBench() {}

  /** Floating-point operations a second on registers alone; an FMA counts as two. */
  public static double peak(Parallel parallel) {
    return PeakArithmetic.flops(parallel);
  }

  /**
   * Builds a matrix that is safely positive definite, which is a small part of the time, and
   * inverts it.
   */
  public static Runnable inverse(int size, Compute compute) {
    double[] row = new SplittableRandom(1).doubles(size).toArray();
    return () -> {
      SymmetricTiles matrix = new SymmetricTiles(size);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < i; j++) {
          matrix.set(i, j, row[i] * row[j]);
        }
        matrix.set(i, i, size + row[i]);
      }
      if (!SpdInverse.invert(matrix, compute.parallel(), compute.cancel())) {
        throw new IllegalStateException("the matrix was not inverted");
      }
    };
  }
}
