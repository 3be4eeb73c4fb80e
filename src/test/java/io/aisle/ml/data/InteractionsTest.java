package io.aisle.ml.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InteractionsTest {
  @Test
  void twoPartsThatLieAmongEachOtherAreMergedInTheOrderOfTime() {
    Interactions first = of(new int[] {0, 3, 3}, new int[] {1, 2, 3}, new long[] {10, 20, 40});
    Interactions second = of(new int[] {0, 2, 3}, new int[] {7, 8, 9}, new long[] {20, 30, 5});
    Interactions merged = first.mergedWith(second);
    assertThat(merged.row(0)).containsExactly(1, 2, 7, 8, 3);
    assertThat(merged.time()).containsExactly(10, 20, 20, 30, 40, 5);
    assertThat(merged.value()).containsExactly(1, 2, 7, 8, 3, 9);
    assertThat(merged.row(1)).containsExactly(9);
    assertThat(first.row(0)).containsExactly(1, 2, 3);
  }

  @Test
  void withoutTimesTheSecondPartComesAfterTheFirst() {
    Interactions first = of(new int[] {0, 1, 1}, new int[] {5}, new long[0]);
    Interactions second = of(new int[] {0, 1, 1}, new int[] {4}, new long[] {1});
    assertThat(first.mergedWith(second).row(0)).containsExactly(5, 4);
    assertThat(first.mergedWith(second).hasTimes()).isFalse();
  }

  private static Interactions of(int[] offsets, int[] item, long[] time) {
    float[] value = new float[item.length];
    for (int i = 0; i < item.length; i++) {
      value[i] = item[i];
    }
    return new Interactions(2, 10, offsets, item, value, time);
  }
}
