package io.aisle.core.evaluation;

import static io.aisle.core.evaluation.LeakFinding.Kind.DUPLICATES;
import static io.aisle.core.evaluation.LeakFinding.Kind.FUTURE_ITEMS;
import static io.aisle.core.evaluation.LeakFinding.Kind.TIME_ORDER;
import static io.aisle.core.evaluation.LeakFinding.Kind.UNTRAINED_ITEMS;
import static io.aisle.core.evaluation.LeakFinding.Kind.UNTRAINED_USERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.data.Splitter;
import io.aisle.testkit.Rows;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakChecksTest {
  private static final SplitSpec GIVEN =
      new SplitSpec.Given(Path.of("a"), Path.of("b"), Path.of("c"));
  private static final SplitSpec LAST = new SplitSpec.LeaveLastOut();
  private static final SplitSpec RANDOM = new SplitSpec.Random(List.of(8, 1, 1), 1, true);

  private static Interactions part(int[][] rows, long... time) {
    return Rows.timed(6, rows, time);
  }

  private static LeakFinding only(LeakFinding.Kind kind, List<LeakFinding> findings) {
    assertThat(findings).extracting(LeakFinding::kind).containsExactly(kind);
    return findings.getFirst();
  }

  @Test
  void anHonestSplitHasNoFindings() {
    SplitData split =
        new SplitData(
            part(new int[][] {{0, 1, 3}, {1, 2}}, 1, 2, 2, 1, 3),
            part(new int[][] {{2}, {0}}, 4, 4),
            part(new int[][] {{}, {3}}, 6));

    assertThat(LeakChecks.check(GIVEN, split)).isEmpty();
  }

  @Test
  void eventsBeforeAnEarlierPartsEventOfTheSameUserAreCounted() {
    SplitData split =
        new SplitData(
            part(new int[][] {{0, 1}, {2, 3, 4}}, 5, 9, 1, 1, 1),
            part(new int[][] {{2}, {0}}, 8, 20),
            part(new int[][] {{3, 4}, {1}}, 9, 7, 10));
    LeakFinding finding = LeakChecks.check(GIVEN, split).getFirst();

    assertThat(finding.kind()).isEqualTo(TIME_ORDER);

    // user 0: validation at 8 and test at 7 before train at 9; user 1: test at 10 before valid at
    // 20
    assertThat(finding.count()).isEqualTo(3);
    assertThat(finding.byDesign()).isFalse();
    assertThat(finding.sentence()).startsWith("3 validation or test events");
  }

  @Test
  void aRandomSplitMixesTimesByDesign() {
    SplitData split = Splitter.split(RANDOM, Rows.random(50, 40, 20, 3));
    LeakFinding finding =
        LeakChecks.check(RANDOM, split).stream()
            .filter(f -> f.kind() == TIME_ORDER)
            .findFirst()
            .orElseThrow();

    assertThat(finding.byDesign()).isTrue();
    assertThat(finding.sentence()).contains("random split");
  }

  @Test
  void leaveLastOutAndTemporalSplitsKeepTheOrderOfTime() {
    Interactions all = Rows.random(100, 30, 20, 3);
    SplitSpec temporal = new SplitSpec.TemporalRatios(List.of(8, 1, 1));

    assertThat(LeakChecks.check(LAST, Splitter.split(LAST, all)))
        .extracting(LeakFinding::kind)
        .doesNotContain(TIME_ORDER, DUPLICATES);
    assertThat(LeakChecks.check(temporal, Splitter.split(temporal, all)))
        .extracting(LeakFinding::kind)
        .doesNotContain(TIME_ORDER, FUTURE_ITEMS);
  }

  @Test
  void theSamePairOnBothSidesIsCounted() {
    SplitData split =
        new SplitData(
            Rows.of(6, new int[] {0, 1}, new int[] {2}),
            Rows.of(6, new int[] {1}, new int[] {0}),
            Rows.of(6, new int[] {1, 0}, new int[] {0, 1}));

    // 1, then 1 and 0 again; 0 again
    assertThat(only(DUPLICATES, LeakChecks.check(GIVEN, split)).count()).isEqualTo(4);
  }

  @Test
  void whatWasNeverTrainedIsCounted() {
    SplitData split =
        new SplitData(
            Rows.of(6, new int[] {0, 1}, new int[0], new int[0]),
            Rows.of(6, new int[0], new int[0], new int[] {4}),
            Rows.of(6, new int[] {5, 4}, new int[] {0, 5}, new int[0]));
    List<LeakFinding> findings = LeakChecks.check(GIVEN, split);

    assertThat(findings)
        .extracting(LeakFinding::kind)
        .containsExactly(UNTRAINED_ITEMS, UNTRAINED_USERS);
    assertThat(findings.get(0).count()).isEqualTo(2);
    assertThat(findings.get(1).count()).isEqualTo(1);
    assertThat(findings.get(1).sentence()).startsWith("1 user of the test part has");
  }

  @Test
  void itemsFromTheFutureOfTheFirstTestEventAreCounted() {
    SplitData split =
        new SplitData(
            part(new int[][] {{0, 1}, {1, 2, 3}}, 1, 2, 10, 11, 12),
            part(new int[][] {{}, {}}),
            part(new int[][] {{2}, {0}}, 5, 20));

    assertThat(only(FUTURE_ITEMS, LeakChecks.check(GIVEN, split)).byDesign()).isFalse();
    LeakFinding finding = only(FUTURE_ITEMS, LeakChecks.check(LAST, split));
    assertThat(finding.count()).isEqualTo(2);
    assertThat(finding.byDesign()).isTrue();
    assertThat(finding.sentence()).contains("leave-last-out split");
  }
}
