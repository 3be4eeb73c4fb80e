package io.aisle.domain.job;

/**
 * Runs a loop over an index range on the threads that a job was granted. Implemented in {@code
 * core.job}, the only room with threads; model code gets its parallelism through this interface.
 */
public interface Parallel {
  /** One thread: the caller's. */
  Parallel SEQUENTIAL =
      new Parallel() {
        @Override
        public int threads() {
          return 1;
        }

        @Override
        public void forRange(int from, int to, int grain, Body body) {
          if (from < to) {
            body.run(from, to, 0);
          }
        }
      };

  /** Number of threads, at least 1; the {@code worker} given to a body is below it. */
  int threads();

  /**
   * Cuts {@code [from, to)} into pieces of at most {@code grain} indices, runs each piece once, and
   * returns when all have run. The first exception of a body is thrown here, after the others have
   * ended. Which worker runs which piece is not fixed: a result that must not depend on it writes
   * to places owned by the index, not by the worker.
   */
  void forRange(int from, int to, int grain, Body body);

  /** One piece of a loop. */
  @FunctionalInterface
  interface Body {
    /**
     * @param from first index
     * @param to index behind the last
     * @param worker number of the thread, 0 to {@code threads() - 1}; no two pieces run under one
     *     number at the same time, so it may pick a scratch buffer
     */
    void run(int from, int to, int worker);
  }
}
