package io.aisle.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.Beside;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@Beside
class HeapWatchTest {
  @Test
  void aHeapThatFillsIsToldOfAndOneThatDoesNotIsNot() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    try (HeapWatch _ = HeapWatch.start(never::countDown, 0.95)) {
      System.gc();
    }
    assertThat(never.getCount()).isEqualTo(1);
    CountDownLatch told = new CountDownLatch(1);
    try (HeapWatch _ = HeapWatch.start(told::countDown, 1e-6)) {
      System.gc(); // more than that is always alive
      assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
