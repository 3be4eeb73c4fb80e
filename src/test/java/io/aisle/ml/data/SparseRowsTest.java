package io.aisle.ml.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparseRowsTest {
  private final Interactions interactions =
      new Interactions(
          3,
          5,
          new int[] {0, 4, 4, 6},
          new int[] {4, 1, 4, 0, 1, 1},
          new float[] {1, 2, 3, 4, 5, 6},
          new long[0]);

  @Test
  void repetitionsAreSummedAndColumnsAscend() {
    SparseRows rows = SparseRows.of(interactions);
    assertThat(rows.offsets()).containsExactly(0, 3, 3, 4);
    assertThat(rows.column()).containsExactly(0, 1, 4, 1);
    assertThat(rows.value()).containsExactly(4, 2, 4, 11);
  }

  @Test
  void theTransposeHasTheSameCells() {
    SparseRows rows = SparseRows.of(interactions).transposed();
    assertThat(rows.rows()).isEqualTo(5);
    assertThat(rows.columns()).isEqualTo(3);
    assertThat(rows.offsets()).containsExactly(0, 1, 3, 3, 3, 4);
    assertThat(rows.column()).containsExactly(0, 0, 2, 0);
    assertThat(rows.value()).containsExactly(4, 2, 11, 4);
  }

  @Test
  void containsFindsWhatIsThere() {
    SparseRows rows = SparseRows.of(interactions);
    assertThat(rows.contains(0, 4)).isTrue();
    assertThat(rows.contains(0, 3)).isFalse();
    assertThat(rows.contains(1, 0)).isFalse();
    assertThat(rows.contains(2, 1)).isTrue();
  }
}
