package io.aisle.testkit;

import io.aisle.domain.job.Parallel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Real threads for tests of {@code ml}, which may not know those of {@code core.job}. */
public final class TestThreads implements Parallel, AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  public TestThreads(int threads) {
    this.threads = threads;
    this.pool = Executors.newFixedThreadPool(threads);
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public void forRange(int from, int to, int grain, Body body) {
    AtomicInteger next = new AtomicInteger(from);
    var futures =
        IntStream.range(0, threads)
            .<Future<?>>mapToObj(worker -> pool.submit(() -> pieces(next, to, grain, body, worker)))
            .toList();
    RuntimeException first = null;
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException e) {
        first = first == null && e.getCause() instanceof RuntimeException r ? r : first;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static void pieces(AtomicInteger next, int to, int grain, Body body, int worker) {
    for (int at = next.getAndAdd(grain); at < to; at = next.getAndAdd(grain)) {
      body.run(at, Math.min(to, at + grain), worker);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
