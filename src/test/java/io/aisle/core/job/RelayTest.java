package io.aisle.core.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.testkit.Beside;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Beside
@Timeout(20)
class RelayTest {
  @Test
  void piecesArriveInTheirOrderOnTheCallersThread() {
    List<Integer> taken = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    Relay.<Integer>run(
        "maker",
        3,
        out -> {
          threads.add(Thread.currentThread());
          for (int i = 0; i < 10_000; i++) {
            out.accept(i);
          }
        },
        piece -> {
          taken.add(piece);
          assertThat(Thread.currentThread().getName()).isNotEqualTo("maker");
        });
    assertThat(taken).hasSize(10_000).isSorted();
    assertThat(threads).extracting(Thread::getName).containsExactly("maker");
    assertThat(threads.getFirst().isAlive()).isFalse();
  }

  @Test
  void whatWasMadeBeforeAFailureIsTakenAndTheFailureIsThrown() {
    List<Integer> taken = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Relay.<Integer>run(
                    "maker",
                    2,
                    out -> {
                      out.accept(1);
                      out.accept(2);
                      out.accept(3);
                      throw new IllegalStateException("torn");
                    },
                    taken::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("torn");
    assertThat(taken).containsExactly(1, 2, 3);
  }

  @Test
  void aTakerThatFailsEndsTheMaker() {
    AtomicInteger made = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Relay.<Integer>run(
                    "maker",
                    2,
                    out -> {
                      while (true) {
                        out.accept(made.incrementAndGet());
                      }
                    },
                    piece -> {
                      throw new IllegalArgumentException("full");
                    }))
        .hasMessage("full");
    assertThat(made.get()).isLessThan(10);
  }
}
