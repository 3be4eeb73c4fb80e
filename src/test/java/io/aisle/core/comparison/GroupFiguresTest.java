package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.comparison.GroupReport.Kind;
import io.aisle.core.comparison.GroupReport.Line;
import io.aisle.core.comparison.Grouping.Side;
import io.aisle.core.training.RunData;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.testkit.Beside;
import io.aisle.testkit.Rows;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Four users with histories of 1 to 4 items; items 0 and 1 are of X, 2 of Y, 3 of nothing. */
@Beside
class GroupFiguresTest {
  private static final Feature CATEGORY =
      new Feature(
          "category", List.of("unknown", "X", "Y"), new int[] {0, 1, 2, 3, 3}, new int[] {1, 1, 2});

  private static final Interactions TRAIN =
      Rows.of(4, new int[] {0}, new int[] {0, 1}, new int[] {0, 1, 3}, new int[] {0, 1, 2, 3});

  private static final Interactions TEST =
      Rows.of(4, new int[] {0}, new int[] {1}, new int[] {0, 2}, new int[] {3});

  private static final int[][] LISTS = {{0, 3, 1}, {2, 3, 1}, {2, 0, 3}, {1, 2, 3}};

  private final GroupFigures figures =
      new GroupFigures(stored(TRAIN, TEST, LISTS), CancelSignal.NEVER);

  @Test
  void usersStandInThirdsByTheirHistory() {
    Grouping thirds = Grouping.thirds(Side.USERS);
    GroupReport report =
        figures.ofUsers(
            thirds, figures.members(thirds, List.of()), new double[][] {{0, 0.5, 1, 0.5}});
    assertThat(report.groups())
        .extracting(Line::kind)
        .containsExactly(Kind.LOW, Kind.MIDDLE, Kind.HIGH);
    assertThat(report.groups()).extracting(Line::size).containsExactly(1, 1, 2);
    assertThat(mean(report, 0)).isZero();
    assertThat(report.groups().getFirst().figures().getFirst().margin()).isNaN();
    assertThat(mean(report, 2)).isEqualTo(0.75);
    // two values, half a unit apart: standard error 0.25, t of one degree 12.706
    assertThat(report.groups().getLast().figures().getFirst().margin())
        .isCloseTo(3.1766, within(1e-3));
    assertThat(report.gaps()).containsExactly(Double.NaN); // none of them has enough users
  }

  @Test
  void theGapIsBetweenTheBestAndTheWorstServed() {
    int[] lengths = IntStream.range(0, 60).toArray();
    int[][] histories = Arrays.stream(lengths).mapToObj(n -> new int[n]).toArray(int[][]::new);
    int[][] one = Collections.nCopies(60, new int[] {0}).toArray(int[][]::new);
    GroupFigures many =
        new GroupFigures(stored(Rows.of(4, histories), Rows.of(4, one), one), CancelSignal.NEVER);
    Grouping thirds = Grouping.thirds(Side.USERS);
    double[] values = new double[60];
    Arrays.setAll(values, user -> user < 20 ? 0.2 : user < 40 ? 0.5 : 0.4);
    assertThat(
            many.ofUsers(thirds, many.members(thirds, List.of()), new double[][] {values}).gaps())
        .containsExactly(new double[] {0.3}, within(1e-12));
  }

  @Test
  void itemsAreFoundAndShownByGroup() {
    Grouping category = new Grouping(Side.ITEMS, "category");
    GroupReport report = figures.ofItems(category, figures.members(category, List.of(CATEGORY)), 2);
    assertThat(report.groups()).extracting(Line::value).containsExactly("X", "Y", "");
    assertThat(report.groups()).extracting(Line::judged).containsExactly(3L, 1L, 1L);
    assertThat(mean(report, 0)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(mean(report, 1)).isEqualTo(1);
    assertThat(mean(report, 2)).isZero();
    assertThat(report.groups())
        .extracting(line -> line.figures().getFirst().exposure())
        .containsExactly(3 / 8.0, 3 / 8.0, 2 / 8.0);
    assertThat(report.groups()).extracting(Line::catalogueShare).containsExactly(0.5, 0.25, 0.25);
    assertThat(report.groups())
        .extracting(Line::interactionShare)
        .containsExactly(7 / 10.0, 1 / 10.0, 2 / 10.0);
  }

  @Test
  void popularItemsAreTheHighThird() {
    Grouping thirds = Grouping.thirds(Side.ITEMS);
    List<Members> members = figures.members(thirds, List.of());
    // taken 4, 3, 1 and 2 times
    assertThat(members)
        .extracting(each -> each.all().toString())
        .containsExactly("{2}", "{3}", "{0, 1}");
  }

  @Test
  void anAttributeThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> figures.members(new Grouping(Side.ITEMS, "colour"), List.of(CATEGORY)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("colour");
  }

  private static double mean(GroupReport report, int group) {
    return report.groups().get(group).figures().getFirst().mean();
  }

  private static StoredLists stored(Interactions train, Interactions test, int[][] lists) {
    int users = train.users();
    Catalogue catalogue =
        new Catalogue(
            Rows.ids("u", users),
            Rows.ids("i", 4),
            Collections.nCopies(4, ""),
            Collections.nCopies(4, ""));
    RunData data = new RunData(catalogue, new SplitData(train, Interactions.empty(users, 4), test));
    return new StoredLists(
        List.of(new RunFolder(Path.of("run"))),
        data,
        train,
        IntStream.range(0, users).toArray(),
        new int[][][] {lists});
  }
}
