package io.aisle.core.job;

/**
 * What a job occupies while it runs; the queue admits by it.
 *
 * @param cores CPU cores
 * @param memoryMb memory of this process and the worker, MiB
 */
public record JobNeeds(int cores, long memoryMb) {
  /** A read or a small write. */
  public static final JobNeeds LIGHT = new JobNeeds(0, 64);
}
