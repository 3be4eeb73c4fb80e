package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.QueueJobRunner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotTest {
  @Test
  void whatAnOutdatedReadingBringsIsDropped() {
    Deque<Runnable> posted = new ArrayDeque<>();
    try (CallerJobRunner runner = new CallerJobRunner()) {
      Background background = new Background(runner, posted::add, new Notices(Runnable::run));
      Slot<String> slot = background.slot("Read");
      List<String> got = new ArrayList<>();
      slot.read(control -> "first", got::add);
      slot.read(control -> "second", got::add);
      posted.forEach(Runnable::run);
      assertThat(got).containsExactly("second");
      assertThat(slot.busyProperty().get()).isFalse();
    }
  }

  @Test
  void aNewReadingCancelsTheOneBefore() throws InterruptedException {
    Deque<Runnable> posted = new ConcurrentLinkedDeque<>();
    CountDownLatch cancelled = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(1);
    try (QueueJobRunner runner = new QueueJobRunner(1, 1000)) {
      Background background = new Background(runner, posted::add, new Notices(Runnable::run));
      Slot<String> slot = background.slot("Read");
      slot.read(
          control -> {
            started.countDown();
            while (!control.raised()) {
              TimeUnit.MILLISECONDS.sleep(2);
            }
            cancelled.countDown();
            return "late";
          },
          value -> {});
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
      slot.read(control -> "new", value -> {});
      assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aPagedListReadsOnlyThePagesThatWereLookedAt() {
    List<Integer> asked = new ArrayList<>();
    try (CallerJobRunner runner = new CallerJobRunner()) {
      Background background = new Background(runner, Runnable::run, new Notices(Runnable::run));
      PagedList<Integer> list =
          new PagedList<>(
              background,
              "Read",
              1_000_000,
              (from, count) -> {
                asked.add(from);
                return IntStream.range(from, from + count).boxed().toList();
              });
      assertThat(list).hasSize(1_000_000);
      assertThat(list.get(500_123)).isNull();
      assertThat(list.get(500_123)).isEqualTo(500_123);
      assertThat(list.get(500_124)).isEqualTo(500_124);
      assertThat(asked).containsExactly(500_000);
    }
  }
}
