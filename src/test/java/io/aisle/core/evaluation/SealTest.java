package io.aisle.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.Catalogue;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.ProtocolSpec.History;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.model.MetricKind;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.data.Splitter;
import io.aisle.testkit.Rows;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The protocol hash and the data fingerprint. */
class SealTest {
  private static final SplitSpec LAST = new SplitSpec.LeaveLastOut();
  private static final Interactions ALL = Rows.random(30, 20, 12, 1);
  private static final SplitData SPLIT = Splitter.split(LAST, ALL);
  private static final Catalogue CATALOGUE = catalogue(Rows.ids("u", 30), Rows.ids("i", 20), "");

  private static Catalogue catalogue(List<String> users, List<String> items, String title) {
    List<String> titles = Collections.nCopies(items.size(), title);
    return new Catalogue(users, items, titles, titles);
  }

  private static ProtocolSpec protocol(int candidates, boolean excludeSeen, History history) {
    return new ProtocolSpec(
        candidates < 0 ? OptionalInt.empty() : OptionalInt.of(candidates),
        excludeSeen,
        history,
        MetricKind.RANKING,
        List.of(5, 10, 20));
  }

  private static String seal(SplitSpec spec, SplitData split, Catalogue catalogue) {
    return ProtocolHash.of(spec, split, catalogue, ProtocolSpec.DEFAULTS);
  }

  private static String seal(ProtocolSpec protocol) {
    return ProtocolHash.of(LAST, SPLIT, CATALOGUE, protocol);
  }

  private static Interactions withValue(Interactions part, float value) {
    float[] values = part.value().clone();
    values[0] = value;
    return new Interactions(
        part.users(), part.items(), part.offsets(), part.item(), values, part.time());
  }

  /** The same interactions with the first two of a user swapped. */
  private static Interactions swapped(Interactions part, int user) {
    int at = part.offsets()[user];
    int[] item = part.item().clone();
    item[at] = part.item()[at + 1];
    item[at + 1] = part.item()[at];
    return new Interactions(
        part.users(), part.items(), part.offsets(), item, part.value(), part.time());
  }

  /** A user whose first two interactions have different times. */
  private static int longUser(Interactions part) {
    int user = 0;
    while (part.length(user) < 2
        || part.time()[part.offsets()[user]] == part.time()[part.offsets()[user] + 1]) {
      user++;
    }
    return user;
  }

  @Test
  void isSixtyFourHexDigitsAndRepeatable() {
    assertThat(seal(LAST, SPLIT, CATALOGUE))
        .matches("[0-9a-f]{64}")
        .isEqualTo(seal(LAST, Splitter.split(LAST, ALL), CATALOGUE));
    assertThat(DataFingerprint.of(ALL, CATALOGUE)).matches("[0-9a-f]{64}");
  }

  @Test
  void reportedMetricsPathsAndTitlesDoNotMatter() {
    ProtocolSpec few =
        new ProtocolSpec(
            OptionalInt.empty(), true, History.ALL, List.of(MetricKind.HIT), List.of(3));
    Catalogue titled = catalogue(Rows.ids("u", 30), Rows.ids("i", 20), "a title");
    SplitSpec given = new SplitSpec.Given(Path.of("a"), Path.of("b"), Path.of("c"));

    assertThat(seal(few)).isEqualTo(seal(ProtocolSpec.DEFAULTS));
    assertThat(seal(LAST, SPLIT, titled)).isEqualTo(seal(LAST, SPLIT, CATALOGUE));
    assertThat(seal(given, SPLIT, CATALOGUE)).isEqualTo(seal(LAST, SPLIT, CATALOGUE));
    assertThat(DataFingerprint.of(ALL, titled)).isEqualTo(DataFingerprint.of(ALL, CATALOGUE));
  }

  @Test
  void whatChangesListsOrJudgementChangesTheHash() {
    ProtocolSpec usual = protocol(-1, true, History.ALL);

    assertThat(seal(usual)).isEqualTo(seal(ProtocolSpec.DEFAULTS));
    assertThat(
            List.of(
                seal(usual),
                seal(protocol(-1, false, History.ALL)),
                seal(protocol(-1, true, History.TRAIN)),
                seal(protocol(100, true, History.ALL)),
                seal(protocol(101, true, History.ALL)),
                seal(new SplitSpec.Random(List.of(8, 1, 1), 1, true), SPLIT, CATALOGUE),
                seal(new SplitSpec.Random(List.of(8, 1, 1), 2, true), SPLIT, CATALOGUE)))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatIsInThePartsAndInWhichOrderChangesTheHash() {
    SplitData otherValue = new SplitData(withValue(SPLIT.train(), 2), SPLIT.valid(), SPLIT.test());
    Interactions turned = swapped(SPLIT.train(), longUser(SPLIT.train()));
    SplitData otherOrder = new SplitData(turned, SPLIT.valid(), SPLIT.test());
    SplitData exchanged = new SplitData(SPLIT.train(), SPLIT.test(), SPLIT.valid());
    Catalogue otherIds = catalogue(Rows.ids("v", 30), Rows.ids("i", 20), "");

    assertThat(
            List.of(
                seal(LAST, SPLIT, CATALOGUE),
                seal(LAST, otherValue, CATALOGUE),
                seal(LAST, otherOrder, CATALOGUE),
                seal(LAST, exchanged, CATALOGUE),
                seal(LAST, SPLIT, otherIds)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theNumbersGivenToUsersAndItemsInsideDoNotMatter() {
    int[][] rows = {{0, 1, 2}, {2, 3, 4, 1}};
    int[][] renumbered = {{2, 1, 0, 3}, {4, 3, 2}};
    SplitData one = Splitter.split(LAST, Rows.of(5, rows));
    SplitData two = Splitter.split(LAST, Rows.of(5, renumbered));
    Catalogue names = catalogue(List.of("ann", "bob"), List.of("a", "b", "c", "d", "e"), "");
    Catalogue turned = catalogue(List.of("bob", "ann"), List.of("e", "d", "c", "b", "a"), "");

    assertThat(seal(LAST, one, names)).isEqualTo(seal(LAST, two, turned));
    assertThat(DataFingerprint.of(one, names)).isEqualTo(DataFingerprint.of(two, turned));
    // sampled candidates are drawn by number, so there it does matter
    ProtocolSpec sampled = protocol(2, true, History.ALL);
    assertThat(ProtocolHash.of(LAST, one, names, sampled))
        .isNotEqualTo(ProtocolHash.of(LAST, two, turned, sampled));
  }

  @Test
  void theFingerprintIsTheSameHoweverTheDataAreSplit() {
    SplitSpec random = new SplitSpec.Random(List.of(8, 1, 1), 1, true);

    assertThat(DataFingerprint.of(SPLIT, CATALOGUE))
        .isEqualTo(DataFingerprint.of(ALL, CATALOGUE))
        .isEqualTo(DataFingerprint.of(Splitter.split(random, ALL), CATALOGUE));
  }

  @Test
  void theFingerprintKnowsEveryField() {
    Interactions moved =
        new Interactions(
            ALL.users(), ALL.items(), ALL.offsets(), ALL.item(), ALL.value(), new long[0]);

    assertThat(
            List.of(
                DataFingerprint.of(ALL, CATALOGUE),
                DataFingerprint.of(withValue(ALL, 3), CATALOGUE),
                DataFingerprint.of(swapped(ALL, longUser(ALL)), CATALOGUE),
                DataFingerprint.of(moved, CATALOGUE),
                DataFingerprint.of(ALL, catalogue(Rows.ids("u", 30), Rows.ids("j", 20), ""))))
        .doesNotHaveDuplicates();
  }
}
