package io.aisle.ui.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.ui.chart.RankFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelColumnTest {
  @Test
  void linesJoinTheSameItemAndTheHitIsStrong() {
    assertThat(ListsViewModel.links(column("a", "b*", "c"), column("c", "x", "b*")))
        .containsExactly(new RankFlow.Link(1, 2, true), new RankFlow.Link(2, 0, false));
  }

  @Test
  void theFirstHitIsNamedByItsRank() {
    assertThat(column("a", "b*", "c*").firstHit()).isEqualTo(2);
    assertThat(column("a").firstHit()).isZero();
  }

  @Test
  void whoWasNotEvaluatedComesLastInBothOrders() {
    List<UserRow> rows = List.of(row("none", Double.NaN), row("low", 0.1), row("high", 0.9));
    assertThat(ordered(rows, UserOrder.BEST)).containsExactly("high", "low", "none");
    assertThat(ordered(rows, UserOrder.WORST)).containsExactly("low", "high", "none");
  }

  @Test
  void theListTheUserGainsMostByComesFirst() {
    List<UserRow> rows = List.of(row("little", 0.5).against(0.4), row("much", 0.9).against(0.1));
    assertThat(ordered(rows, UserOrder.BEATS)).containsExactly("much", "little");
    assertThat(rows.getFirst().gain()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void theMixOfCategoriesIsMostFrequentFirstAndUnknownOnesDoNotCount() {
    ModelColumn column =
        new ModelColumn(
            null,
            List.of(
                listed("a", "toys", true),
                listed("b", "lamps", false),
                listed("c", "", false),
                listed("d", "lamps", false)),
            false);
    assertThat(column.mix().entrySet())
        .containsExactly(Map.entry("lamps", 2), Map.entry("toys", 1));
    assertThat(column.fresh()).isEqualTo(3);
  }

  private static ListedItem listed(String item, String category, boolean known) {
    return new ListedItem(1, item, item, category, 0, false, known, -1);
  }

  private static List<String> ordered(List<UserRow> rows, UserOrder order) {
    return rows.stream().sorted(order.comparator()).map(UserRow::user).toList();
  }

  private static UserRow row(String user, double value) {
    return new UserRow(user, 3, 1, value, Double.NaN, new byte[0]);
  }

  /** A star marks a hit. */
  private static ModelColumn column(String... items) {
    List<ListedItem> listed = new ArrayList<>();
    Stream.of(items)
        .forEach(
            item ->
                listed.add(
                    new ListedItem(
                        listed.size() + 1, item, item, "", 0, item.endsWith("*"), false, -1)));
    return new ModelColumn(null, listed, false);
  }
}
