package io.aisle.domain.run;

/**
 * A processor that trains.
 *
 * @param kind {@code cpu} or {@code cuda}
 * @param index 0 for the CPU; the number of the GPU
 * @param name what the system calls it
 * @param memoryMb memory in MiB; 0 when unknown
 */
public record Device(Kind kind, int index, String name, long memoryMb) {
  /** Kinds of processor. */
  public enum Kind {
    CPU,
    CUDA
  }

  /** "cpu" or "cuda:0", as in experiment files. */
  public String id() {
    return kind == Kind.CPU ? "cpu" : "cuda:" + index;
  }
}
