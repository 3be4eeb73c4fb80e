package io.aisle.core.robustness;

import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.domain.job.Remaining;

/**
 * Tells the progress over several runs of equal work, and how long the rest takes at the pace so
 * far. Confined to one thread.
 */
final class Elapsed implements ProgressListener {
  /** Nobody is told a time before this share is done. */
  private static final double SURE = 0.02;

  private final int runs;
  private final ProgressListener listener;
  private final long start = System.nanoTime();
  private int run;

  Elapsed(int runs, ProgressListener listener) {
    this.runs = runs;
    this.listener = listener;
  }

  /** The next run begins. */
  void next() {
    run++;
  }

  @Override
  public void at(Progress progress) {
    long total = progress.total() * runs;
    long done = progress.total() * run + progress.done();
    double share = total == 0 ? 0 : (double) done / total;
    double left = (System.nanoTime() - start) / 1e9 * (1 - share) / share;
    listener.at(
        new Progress(
            progress.phase(),
            done,
            total,
            share < SURE ? Remaining.UNKNOWN : new Remaining(left, left)));
  }
}
