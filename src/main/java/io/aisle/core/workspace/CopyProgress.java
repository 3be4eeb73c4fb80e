package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.domain.job.Progress;

/** Counts the bytes of a phase and stops it when it is cancelled. Confined to one thread. */
final class CopyProgress implements Trees.Moved {
  private final JobControl control;
  private final String phase;
  private final long total;
  private long done;

  /**
   * @param phase see {@link Progress}
   * @param total bytes in all
   */
  CopyProgress(JobControl control, String phase, long total) {
    this.control = control;
    this.phase = phase;
    this.total = total;
    bytes(0);
  }

  @Override
  public void bytes(long count) {
    control.check();
    done += count;
    control.at(new Progress(phase, Math.min(done, total), total));
  }
}
