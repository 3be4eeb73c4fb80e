package io.aisle.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.explanation.Explanation;
import io.aisle.ui.chart.BarPairs;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttentionCellsTest {
  /** One layer, two heads, two positions; the future is masked. */
  private static final List<List<List<List<Double>>>> WEIGHTS =
      List.of(
          List.of(
              List.of(Arrays.asList(1.0, null), List.of(0.2, 0.8)),
              List.of(Arrays.asList(1.0, null), List.of(0.6, 0.4))));

  @Test
  void aHeadIsShownAsItIsWithMaskedCellsBlank() {
    double[][] cells = AttentionCells.of(WEIGHTS, 0, 1);
    assertThat(cells[0]).containsExactly(1.0, Double.NaN);
    assertThat(cells[1]).containsExactly(0.6, 0.4);
  }

  @Test
  void theMeanOfTheHeadsStillSumsToOneInEachRow() {
    double[][] cells = AttentionCells.of(WEIGHTS, 0, AttentionViewModel.MEAN);
    assertThat(cells[1][0]).isEqualTo(0.4, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(cells[1][0] + cells[1][1])
        .isEqualTo(1, org.assertj.core.api.Assertions.within(1e-12));
  }

  @Test
  void theStrongestKeyIsNeverAMaskedOne() {
    assertThat(AttentionCells.strongest(new double[] {Double.NaN, 0.3, 0.5, Double.NaN}))
        .isEqualTo(2);
  }

  @Test
  void barsNameTheStrongestContributionsWithTheAttentionOfTheLastPosition() {
    Explanation explanation = explanation();
    List<BarPairs.Pair> pairs =
        AttentionCells.pairs(
            List.of("cut off", "first", "last"), explanation, new double[] {0.2, 0.8}, false);
    assertThat(pairs).extracting(BarPairs.Pair::name).containsExactly("first", "last", "cut off");
    assertThat(pairs).extracting(BarPairs.Pair::first).containsExactly(0.2, 0.8, Double.NaN);
  }

  @Test
  void barsCanBeOrderedByAttentionWithWhatIsCutOffLast() {
    Explanation explanation = explanation();
    List<BarPairs.Pair> pairs =
        AttentionCells.pairs(
            List.of("cut off", "first", "last"), explanation, new double[] {0.2, 0.8}, true);
    assertThat(pairs).extracting(BarPairs.Pair::name).containsExactly("last", "first", "cut off");
  }

  private static Explanation explanation() {
    double[] none = new double[0];
    return new Explanation(
        "u",
        "i",
        "",
        1,
        List.of(),
        1,
        WEIGHTS,
        new double[] {0.1, -0.5, 0.2},
        false,
        none,
        none,
        null,
        Map.of());
  }

  @Test
  void aWindowKeepsTheLastPositions() {
    double[][] cells = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    assertThat(AttentionCells.window(cells, 2)).isDeepEqualTo(new double[][] {{5, 6}, {8, 9}});
    assertThat(AttentionCells.window(cells, 0)).isDeepEqualTo(cells);
    assertThat(AttentionCells.window(cells, 9)).isDeepEqualTo(cells);
  }

  @Test
  void aWindowOfOneQueryCutsTheKeysOnly() {
    double[][] one = {{0.1, 0.2, 0.3, 0.4}};
    assertThat(AttentionCells.window(one, 2)).isDeepEqualTo(new double[][] {{0.3, 0.4}});
    assertThat(AttentionCells.window(one, 0)).isDeepEqualTo(one);
    double[][] square = {{1, Double.NaN}, {0.5, 0.5}};
    assertThat(AttentionCells.window(square, 1)).isDeepEqualTo(new double[][] {{0.5}});
  }
}
