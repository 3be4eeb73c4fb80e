package io.aisle.ml.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.ml.data.SparseRows;
import io.aisle.testkit.PlantedData;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BprStrataTest {
  private final SparseRows rows = SparseRows.of(PlantedData.many());
  private final BprStrata strata = BprStrata.draw(rows, new SplittableRandom(5));

  @Test
  void everyInteractionStandsInOneBlock() {
    Set<Long> seen = new HashSet<>();
    int blocks = strata.blocks();
    for (int place = 0; place < strata.start(blocks * blocks); place++) {
      int user = strata.user(place);
      assertThat(rows.contains(user, strata.item(place))).isTrue();
      assertThat(seen.add((long) user << 32 | strata.item(place))).isTrue();
    }
    assertThat(seen).hasSize(rows.size());
  }

  @Test
  void blocksOfADiagonalShareNeitherUsersNorItems() {
    int blocks = strata.blocks();
    assertThat(blocks).isGreaterThan(2);
    for (int diagonal = 0; diagonal < blocks; diagonal++) {
      int[] userOwner = new int[rows.rows()];
      int[] itemOwner = new int[rows.columns()];
      for (int row = 0; row < blocks; row++) {
        int itemBlock = (row + diagonal) % blocks;
        int block = row * blocks + itemBlock;
        for (int place = strata.start(block); place < strata.start(block + 1); place++) {
          assertThat(owns(userOwner, strata.user(place), row + 1)).isTrue();
          assertThat(owns(itemOwner, strata.item(place), row + 1)).isTrue();
        }
        for (int item : strata.items(itemBlock)) {
          assertThat(owns(itemOwner, item, row + 1)).isTrue();
        }
      }
    }
  }

  private static boolean owns(int[] owner, int index, int block) {
    boolean free = owner[index] == 0 || owner[index] == block;
    owner[index] = block;
    return free;
  }

  @Test
  void anotherEpochMeetsOtherPairsOfItems() {
    BprStrata next = BprStrata.draw(rows, new SplittableRandom(7));
    assertThat(strata.items(0)).hasSizeGreaterThan(100);
    assertThat(Arrays.stream(next.items(0)).sorted().toArray())
        .isNotEqualTo(Arrays.stream(strata.items(0)).sorted().toArray());
  }

  @Test
  void valuesStayWithTheirCells() {
    SplittableRandom random = new SplittableRandom(9);
    int blocks = strata.blocks();
    strata.shuffle(0, random);
    for (int place = 0; place < strata.start(blocks * blocks); place++) {
      int row = strata.user(place);
      int cell =
          Arrays.binarySearch(
              rows.column(), rows.offsets()[row], rows.offsets()[row + 1], strata.item(place));
      assertThat(strata.value(place)).isEqualTo(rows.value()[cell]);
    }
  }
}
