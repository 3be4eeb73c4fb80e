package io.aisle.core.job;

/**
 * What a job occupies while it runs; the queue admits by it.
 *
 * @param cores CPU cores
 * @param memoryMb memory of this process and the worker, MiB
 * @param pausable whether it may be paused: it then gives its cores back and keeps its memory
 */
public record JobNeeds(int cores, long memoryMb, boolean pausable) {
  /** A read or a small write. */
  public static final JobNeeds LIGHT = new JobNeeds(0, 64);

  /** Of a job that cannot be paused. */
  public JobNeeds(int cores, long memoryMb) {
    this(cores, memoryMb, false);
  }
}
