package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EpochPlanTest {
  private static final int LENGTH = 5;

  /** Users with 0, 1, 2, 4, 6, 7 and 23 interactions; every interaction has an item of its own. */
  private static Interactions sequences() {
    int[] lengths = {0, 1, 2, 4, 6, 7, 23};
    int[] offsets = new int[lengths.length + 1];
    for (int u = 0; u < lengths.length; u++) {
      offsets[u + 1] = offsets[u] + lengths[u];
    }
    int size = offsets[lengths.length];
    int[] item = new int[size];
    Arrays.setAll(item, i -> i);
    return new Interactions(lengths.length, size, offsets, item, new float[size], new long[0]);
  }

  @Test
  void everyItemButAUsersFirstIsATargetOnce() {
    for (Positions positions : Positions.values()) {
      for (int seed = 0; seed < 20; seed++) {
        RowCells cells = all(EpochPlan.of(sequences(), LENGTH, positions, seed));
        TreeMap<Long, Integer> seen = new TreeMap<>();
        for (long target : cells.targets()) {
          if (target >= 0) {
            seen.merge(target, 1, Integer::sum);
          }
        }
        assertThat(seen.values()).containsOnly(1);
        assertThat(seen).hasSize(43 - 6).doesNotContainKeys(0L, 1L, 3L, 7L, 13L, 20L);
      }
    }
  }

  @Test
  void aTargetFollowsItsInputAndSeesOnlyItsOwnWindow() {
    RowCells cells = all(EpochPlan.of(sequences(), LENGTH, Positions.ALL, 3));
    for (int i = 0; i < cells.targets().length; i++) {
      int row = i / LENGTH;
      int first = (int) cells.firsts()[i];
      if (cells.targets()[i] < 0) {
        assertThat(first).isEqualTo(i % LENGTH);
        continue;
      }
      assertThat(cells.targets()[i]).isEqualTo(cells.items()[i] + 1);
      int back = i % LENGTH - first;
      assertThat(cells.items()[row * LENGTH + first]).isEqualTo(cells.items()[i] - back);
      assertThat(cells.positions()[i]).isEqualTo(cells.positions()[row * LENGTH + first] + back);
    }
  }

  @Test
  void theNewestItemOfAWindowStandsAtTheLastPosition() {
    RowCells cells = all(EpochPlan.of(sequences(), LENGTH, Positions.ALL, 3));
    for (int i = 0; i < cells.targets().length; i++) {
      boolean ends = i % LENGTH == LENGTH - 1 || cells.firsts()[i + 1] != cells.firsts()[i];
      if (cells.targets()[i] >= 0 && ends) {
        assertThat(cells.positions()[i]).isEqualTo(LENGTH - 1);
      }
    }
  }

  @Test
  void shortWindowsShareRows() {
    EpochPlan plan = EpochPlan.of(sequences(), LENGTH, Positions.ALL, 3);
    assertThat(plan.rows()).isLessThanOrEqualTo(9);
  }

  @Test
  void lastPositionsHaveARowForEachPrefix() {
    EpochPlan plan = EpochPlan.of(sequences(), LENGTH, Positions.LAST, 3);
    RowCells cells = all(plan);
    assertThat(plan.rows()).isEqualTo(43 - 6);
    for (int r = 0; r < plan.rows(); r++) {
      assertThat(cells.targets()[r * LENGTH + LENGTH - 1]).isNotNegative();
    }
  }

  @Test
  void theSeedFixesTheOrder() {
    long[] once = all(EpochPlan.of(sequences(), LENGTH, Positions.ALL, 3)).items();
    assertThat(all(EpochPlan.of(sequences(), LENGTH, Positions.ALL, 3)).items()).isEqualTo(once);
    assertThat(all(EpochPlan.of(sequences(), LENGTH, Positions.ALL, 4)).items()).isNotEqualTo(once);
  }

  private static RowCells all(EpochPlan plan) {
    return plan.cells(0, plan.rows());
  }
}
