package io.aisle.core.job;

import java.util.List;

/**
 * What a worker is started with.
 *
 * @param threads CPU threads that its native libraries may use, at least 1
 * @param heapMb Java heap, MiB, at least 32; native memory comes on top
 * @param device the device wanted: {@code auto}, {@code cpu}, {@code cuda:0}
 */
public record WorkerNeeds(int threads, int heapMb, String device) {
  public WorkerNeeds {
    if (threads < 1 || heapMb < 32) {
      throw new IllegalArgumentException("threads " + threads + ", heap " + heapMb + " MiB");
    }
  }

  /** The needs as arguments of a worker's main class. */
  List<String> arguments() {
    return List.of(Integer.toString(threads), Integer.toString(heapMb), device);
  }

  /** The needs that a worker's main class was given as arguments. */
  public static WorkerNeeds ofArguments(String[] arguments) {
    return new WorkerNeeds(
        Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), arguments[2]);
  }
}
