package io.aisle.ml.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopNeighboursTest {
  @Test
  void keepsWhatSortingWouldKeep() {
    SplittableRandom random = new SplittableRandom(3);
    for (int size = 0; size < 60; size++) {
      // few different scores, so that most are tied
      int[] scores = random.ints(size, 0, 8).toArray();
      TopNeighbours top = new TopNeighbours(10);
      int[] order = IntStream.range(0, size).toArray();
      for (int k = size - 1; k > 0; k--) {
        int other = random.nextInt(k + 1);
        int kept = order[k];
        order[k] = order[other];
        order[other] = kept;
      }
      for (int index : order) {
        top.offer(index, scores[index]);
      }
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.<Integer>comparingInt(i -> -scores[i]).thenComparing(i -> i))
              .limit(10)
              .mapToInt(i -> i)
              .sorted()
              .toArray();
      assertThat(top.indices()).isEqualTo(expected);
    }
  }

  @Test
  void isEmptyAgainAfterClear() {
    TopNeighbours top = new TopNeighbours(2);
    top.offer(4, 1);
    top.clear();
    assertThat(top.indices()).isEmpty();
  }
}
