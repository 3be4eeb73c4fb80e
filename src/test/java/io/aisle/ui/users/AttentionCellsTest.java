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
  void aSpanKeepsTheLatestPositionsOrThoseWithTheMostAttentionInTheirOrder() {
    double[] looked = {0.1, 0.4, 0.05, 0.3, Double.NaN};
    assertThat(new Span(2, false).places(looked)).containsExactly(3, 4);
    assertThat(new Span(2, true).places(looked)).containsExactly(1, 3);
    assertThat(new Span(9, true).places(looked)).containsExactly(0, 1, 2, 3, 4);
    assertThat(Span.ALL.places(looked)).hasSize(5);
  }

  @Test
  void somePositionsAreThoseOfTheKeysAndOfAsManyQueries() {
    double[][] cells = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}};
    int[] places = {0, 2};
    assertThat(AttentionCells.at(cells, places)).isDeepEqualTo(new double[][] {{1, 3}, {7, 9}});
    double[][] one = {{0.1, 0.2, 0.3, 0.4}};
    assertThat(AttentionCells.at(one, places)).isDeepEqualTo(new double[][] {{0.1, 0.3}});
  }
}
