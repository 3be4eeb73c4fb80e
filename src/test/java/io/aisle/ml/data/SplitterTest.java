package io.aisle.ml.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.testkit.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitterTest {
  private static final List<Integer> RATIOS = List.of(8, 1, 1);

  static Stream<SplitSpec> everyKind() {
    return Stream.of(
        new SplitSpec.LeaveLastOut(),
        new SplitSpec.Random(RATIOS, 1, true),
        new SplitSpec.Random(RATIOS, 1, false),
        new SplitSpec.TemporalAt(Instant.ofEpochSecond(700), Instant.ofEpochSecond(1100)),
        new SplitSpec.TemporalRatios(RATIOS));
  }

  /** An interaction of random data is told by its user, item and time. */
  private static List<String> rows(Interactions part, int user) {
    return IntStream.range(part.offsets()[user], part.offsets()[user + 1])
        .mapToObj(i -> user + " " + part.item()[i] + " " + part.time()[i])
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void everyInteractionLandsInOnePartAndKeepsItsPlace(SplitSpec spec) {
    for (long seed = 0; seed < 5; seed++) {
      Interactions all = Rows.random(80, 40, 30, seed);
      SplitData split = Splitter.split(spec, all);

      for (int u = 0; u < all.users(); u++) {
        List<String> original = rows(all, u);
        List<String> together = new ArrayList<>();
        for (Interactions part : List.of(split.train(), split.valid(), split.test())) {
          List<String> kept = rows(part, u);
          assertThat(kept).isSubsetOf(original);
          assertThat(kept.stream().map(original::indexOf).toList()).isSorted();
          together.addAll(kept);
        }
        assertThat(together).containsExactlyInAnyOrderElementsOf(original);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void theSameSpecificationGivesTheSameParts(SplitSpec spec) {
    Interactions all = Rows.random(50, 40, 30, 7);

    assertThat(Splitter.split(spec, all))
        .usingRecursiveComparison()
        .isEqualTo(Splitter.split(spec, all));
  }

  @Test
  void anotherSeedGivesOtherParts() {
    Interactions all = Rows.random(50, 40, 30, 7);
    for (boolean byUser : new boolean[] {true, false}) {
      SplitData one = Splitter.split(new SplitSpec.Random(RATIOS, 1, byUser), all);
      SplitData two = Splitter.split(new SplitSpec.Random(RATIOS, 2, byUser), all);

      assertThat(one.test().item()).isNotEqualTo(two.test().item());
    }
  }

  @Test
  void sharesOfAUserAreRoundedDownAndTheRestIsTrain() {
    int[][] rows = IntStream.range(0, 31).mapToObj(SplitterTest::upTo).toArray(int[][]::new);
    SplitData split =
        Splitter.split(new SplitSpec.Random(List.of(7, 2, 1), 3, true), Rows.of(31, rows));

    for (int n = 0; n < rows.length; n++) {
      assertThat(split.test().length(n)).isEqualTo(n / 10);
      assertThat(split.valid().length(n)).isEqualTo(2 * n / 10);
      assertThat(split.train().length(n)).isEqualTo(n - n / 10 - 2 * n / 10);
    }
  }

  @Test
  void aGlobalDrawHasTheSharesOfTheWhole() {
    int[][] rows = IntStream.range(0, 31).mapToObj(SplitterTest::upTo).toArray(int[][]::new);
    SplitData split = Splitter.split(new SplitSpec.Random(RATIOS, 3, false), Rows.of(31, rows));

    assertThat(split.test().size()).isEqualTo(46);
    assertThat(split.valid().size()).isEqualTo(46);
    assertThat(split.train().size()).isEqualTo(465 - 92);
  }

  @Test
  void aRandomDrawTakesEveryPlaceAboutEquallyOften() {
    int[][] rows = new int[10_000][];
    Arrays.fill(rows, upTo(10));
    SplitData split = Splitter.split(new SplitSpec.Random(RATIOS, 5, true), Rows.of(10, rows));

    // 1,000 expected at each place, standard deviation 30
    for (int count : split.test().itemCounts()) {
      assertThat(count).isBetween(850, 1150);
    }
    for (int count : split.valid().itemCounts()) {
      assertThat(count).isBetween(850, 1150);
    }
  }

  @Test
  void leaveLastOutTakesTheLastTwoAndSparesShortHistories() {
    Interactions all =
        Rows.of(9, new int[] {4, 5, 6, 7}, new int[] {1, 2}, new int[] {8, 0, 3}, new int[0]);
    SplitData split = Splitter.split(new SplitSpec.LeaveLastOut(), all);

    assertThat(split.train().row(0)).containsExactly(4, 5);
    assertThat(split.valid().row(0)).containsExactly(6);
    assertThat(split.test().row(0)).containsExactly(7);
    assertThat(split.train().row(1)).containsExactly(1, 2);
    assertThat(split.test().length(1)).isZero();
    assertThat(split.train().row(2)).containsExactly(8);
    assertThat(split.test().row(2)).containsExactly(3);
    assertThat(split.train().length(3)).isZero();
  }

  @Test
  void anInstantBelongsToThePartThatItOpens() {
    Interactions all =
        Rows.timed(5, new int[][] {{0, 1, 2}, {3, 4}}, new long[] {9, 10, 20, 19, 21});
    SplitData split =
        Splitter.split(
            new SplitSpec.TemporalAt(Instant.ofEpochSecond(10), Instant.ofEpochSecond(20)), all);

    assertThat(split.train().item()).containsExactly(0);
    assertThat(split.valid().item()).containsExactly(1, 3);
    assertThat(split.test().item()).containsExactly(2, 4);
  }

  @Test
  void temporalSharesNeverTearAnInstantApart() {
    long[] times = {1, 2, 3, 4, 5, 6, 7, 8, 8, 9};
    Interactions all = Rows.timed(10, new int[][] {upTo(10)}, times);

    SplitData tenth = Splitter.split(new SplitSpec.TemporalRatios(RATIOS), all);
    assertThat(tenth.test().item()).containsExactly(9);
    // one more would be half of the instant 8
    assertThat(tenth.valid().item()).isEmpty();

    SplitData fifth = Splitter.split(new SplitSpec.TemporalRatios(List.of(7, 2, 1)), all);
    assertThat(fifth.valid().item()).containsExactly(7, 8);
    assertThat(fifth.train().size()).isEqualTo(7);
  }

  @Test
  void aTemporalSplitOfDataWithoutTimesSaysWhatToDo() {
    assertThatThrownBy(
            () ->
                Splitter.split(
                    new SplitSpec.TemporalRatios(RATIOS), Rows.of(3, new int[] {0, 1, 2})))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("time column");
  }

  @Test
  void swappedInstantsAreRefused() {
    Interactions all = Rows.random(5, 5, 5, 1);

    assertThatThrownBy(
            () ->
                Splitter.split(
                    new SplitSpec.TemporalAt(Instant.ofEpochSecond(20), Instant.ofEpochSecond(10)),
                    all))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("1970-01-01T00:00:20Z");
  }

  private static int[] upTo(int n) {
    return IntStream.range(0, n).toArray();
  }
}
