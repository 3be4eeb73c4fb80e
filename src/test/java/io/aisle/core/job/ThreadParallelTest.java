package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ThreadParallelTest {
  @Test
  void everyIndexIsVisitedOnceInPiecesThatDoNotDependOnTheThreads() {
    for (int threads : new int[] {1, 2, 5}) {
      try (ThreadParallel parallel = new ThreadParallel(threads)) {
        AtomicIntegerArray visits = new AtomicIntegerArray(1000);
        List<String> pieces = Collections.synchronizedList(new ArrayList<>());
        parallel.forRange(
            3,
            1000,
            64,
            (from, to, worker) -> {
              assertThat(worker).isBetween(0, threads - 1);
              pieces.add(from + "-" + to);
              for (int i = from; i < to; i++) {
                visits.incrementAndGet(i);
              }
            });
        for (int i = 0; i < 1000; i++) {
          assertThat(visits.get(i)).isEqualTo(i < 3 ? 0 : 1);
        }
        assertThat(pieces).hasSize(16).contains("3-67", "67-131", "963-1000");
      }
    }
  }

  @Test
  void allThreadsWorkAtTheSameTime() {
    try (ThreadParallel parallel = new ThreadParallel(3)) {
      CyclicBarrier together = new CyclicBarrier(3);
      boolean[] seen = new boolean[3];
      parallel.forRange(
          0,
          3,
          1,
          (_, _, worker) -> {
            await(together);
            seen[worker] = true;
          });
      assertThat(seen).containsOnly(true);
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void emptyRangeRunsNothing() {
    try (ThreadParallel parallel = new ThreadParallel(2)) {
      parallel.forRange(
          5,
          5,
          1,
          (_, _, _) -> {
            throw new AssertionError("ran");
          });
    }
  }

  @Test
  void largestRangeDoesNotOverflow() {
    try (ThreadParallel parallel = new ThreadParallel(2)) {
      long[] sums = new long[4];
      parallel.forRange(
          0, Integer.MAX_VALUE, 1 << 30, (from, to, _) -> sums[from >>> 30] = (long) to - from);
      assertThat(Arrays.stream(sums).sum()).isEqualTo(Integer.MAX_VALUE);
    }
  }

  @Test
  void exceptionOfAnyThreadIsThrownHereAndTheLoopStaysUsable() {
    try (ThreadParallel parallel = new ThreadParallel(2)) {
      for (int bad = 0; bad < 20; bad++) {
        int failing = bad;
        assertThatThrownBy(
                () ->
                    parallel.forRange(
                        0,
                        20,
                        1,
                        (from, _, _) -> {
                          if (from == failing) {
                            throw new IllegalStateException("piece " + from);
                          }
                        }))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("piece " + bad);
      }
      AtomicInteger sum = new AtomicInteger();
      parallel.forRange(0, 10, 3, (from, to, _) -> sum.addAndGet(to - from));
      assertThat(sum.get()).isEqualTo(10);
    }
  }

  @Test
  void loopInsideABodyRunsUnderTheSameWorker() {
    try (ThreadParallel parallel = new ThreadParallel(2)) {
      AtomicInteger count = new AtomicInteger();
      parallel.forRange(
          0,
          8,
          1,
          (_, _, outer) ->
              parallel.forRange(
                  0,
                  4,
                  1,
                  (_, _, inner) -> {
                    assertThat(inner).isEqualTo(outer);
                    count.incrementAndGet();
                  }));
      assertThat(count.get()).isEqualTo(32);
    }
  }

  @Test
  void manySmallLoopsOneAfterAnotherAllComplete() {
    try (ThreadParallel parallel = new ThreadParallel(2)) {
      long[] cells = new long[64];
      for (int round = 0; round < 20_000; round++) {
        parallel.forRange(
            0,
            64,
            16,
            (from, to, _) -> {
              for (int i = from; i < to; i++) {
                cells[i]++;
              }
            });
      }
      assertThat(cells).containsOnly(20_000L);
    }
  }

  @Test
  void twoCallersDoNotDisturbEachOther() throws InterruptedException {
    try (ThreadParallel parallel = new ThreadParallel(2)) {
      AtomicInteger sum = new AtomicInteger();
      Runnable caller =
          () -> {
            for (int i = 0; i < 500; i++) {
              parallel.forRange(0, 10, 1, (from, to, _) -> sum.addAndGet(to - from));
            }
          };
      Thread other = Thread.ofPlatform().start(caller);
      caller.run();
      other.join();
      assertThat(sum.get()).isEqualTo(10_000);
    }
  }

  @Test
  void closingEndsTheThreads() throws InterruptedException {
    ThreadParallel parallel = new ThreadParallel(3);
    List<Thread> helpers = parallel.helpers();
    parallel.close();
    for (Thread helper : helpers) {
      helper.join(5000);
      assertThat(helper.isAlive()).isFalse();
    }
    AtomicInteger sum = new AtomicInteger();
    parallel.forRange(0, 10, 1, (from, to, _) -> sum.addAndGet(to - from));
    assertThat(sum.get()).isEqualTo(10);
  }
}
