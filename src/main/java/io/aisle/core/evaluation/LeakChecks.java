package io.aisle.core.evaluation;

import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Looks for what makes offline figures better, or worse, than life: events judged before events
 * learned from, the same pair on both sides, items and users that were never trained, and items
 * from the future of the first test event (Ji and others 2023, doi 10.1145/3569930). Checks that
 * need times are skipped for data without them.
 */
public final class LeakChecks {
  private final SplitSpec spec;
  private final SplitData split;
  private final List<LeakFinding> findings = new ArrayList<>();

  private LeakChecks(SplitSpec spec, SplitData split) {
    this.spec = spec;
    this.split = split;
  }

  /**
   * Checks a split.
   *
   * @param spec how it was made: it decides what counts as by design
   * @return what was found, in the order of the kinds; empty when clean
   */
  public static List<LeakFinding> check(SplitSpec spec, SplitData split) {
    LeakChecks checks = new LeakChecks(spec, split);
    checks.timeOrder();
    checks.duplicates();
    checks.untrainedItems();
    checks.untrainedUsers();
    checks.futureItems();
    return List.copyOf(checks.findings);
  }

  private void timeOrder() {
    if (!split.train().hasTimes() || !split.valid().hasTimes() || !split.test().hasTimes()) {
      return;
    }
    long early = 0;
    for (int u = 0; u < split.test().users(); u++) {
      long trained = latest(split.train(), u, Long.MIN_VALUE);
      early += before(split.valid(), u, trained);
      early += before(split.test(), u, latest(split.valid(), u, trained));
    }
    boolean random = spec instanceof SplitSpec.Random;
    String rest =
        " before an earlier part's event of the same user"
            + (random ? ", as a random split has it" : "");
    add(
        LeakFinding.Kind.TIME_ORDER,
        early,
        random,
        "validation or test event lies" + rest,
        "validation or test events lie" + rest);
  }

  private static long latest(Interactions part, int user, long atLeast) {
    long latest = atLeast;
    for (int i = part.offsets()[user]; i < part.offsets()[user + 1]; i++) {
      latest = Math.max(latest, part.time()[i]);
    }
    return latest;
  }

  private static long before(Interactions part, int user, long time) {
    long count = 0;
    for (int i = part.offsets()[user]; i < part.offsets()[user + 1]; i++) {
      count += part.time()[i] < time ? 1 : 0;
    }
    return count;
  }

  private void duplicates() {
    int[] lastUser = new int[split.test().items()];
    Arrays.fill(lastUser, -1);
    long repeated = 0;
    for (int u = 0; u < split.test().users(); u++) {
      mark(split.train(), u, lastUser);
      repeated += marked(split.valid(), u, lastUser);
      mark(split.valid(), u, lastUser);
      repeated += marked(split.test(), u, lastUser);
    }
    add(
        LeakFinding.Kind.DUPLICATES,
        repeated,
        false,
        "validation or test event repeats a pair of user and item of an earlier part; with"
            + " excludeSeen it can never be hit",
        "validation or test events repeat a pair of user and item of an earlier part; with"
            + " excludeSeen they can never be hit");
  }

  private static void mark(Interactions part, int user, int[] lastUser) {
    for (int i = part.offsets()[user]; i < part.offsets()[user + 1]; i++) {
      lastUser[part.item()[i]] = user;
    }
  }

  private static long marked(Interactions part, int user, int[] lastUser) {
    long count = 0;
    for (int i = part.offsets()[user]; i < part.offsets()[user + 1]; i++) {
      count += lastUser[part.item()[i]] == user ? 1 : 0;
    }
    return count;
  }

  private void untrainedItems() {
    int[] trained = split.train().itemCounts();
    BitSet untrained = new BitSet();
    for (int item : split.test().item()) {
      if (trained[item] == 0) {
        untrained.set(item);
      }
    }
    add(
        LeakFinding.Kind.UNTRAINED_ITEMS,
        untrained.cardinality(),
        false,
        "item of the test part has no training event; most models cannot recommend it",
        "items of the test part have no training event; most models cannot recommend them");
  }

  private void untrainedUsers() {
    long cold = 0;
    for (int u = 0; u < split.test().users(); u++) {
      cold += split.test().length(u) > 0 && split.train().length(u) == 0 ? 1 : 0;
    }
    add(
        LeakFinding.Kind.UNTRAINED_USERS,
        cold,
        false,
        "user of the test part has no training event and is scored as cold",
        "users of the test part have no training event and are scored as cold");
  }

  private void futureItems() {
    if (!split.train().hasTimes() || !split.test().hasTimes() || split.test().size() == 0) {
      return;
    }
    long firstTest = Arrays.stream(split.test().time()).min().getAsLong();
    long[] appears = new long[split.train().items()];
    Arrays.fill(appears, Long.MAX_VALUE);
    for (int i = 0; i < split.train().size(); i++) {
      int item = split.train().item()[i];
      appears[item] = Math.min(appears[item], split.train().time()[i]);
    }
    long future = Arrays.stream(appears).filter(t -> t != Long.MAX_VALUE && t > firstTest).count();
    boolean byDesign = spec instanceof SplitSpec.Random || spec instanceof SplitSpec.LeaveLastOut;
    String why = byDesign ? ", as a " + spec.id() + " split has it" : "";
    add(
        LeakFinding.Kind.FUTURE_ITEMS,
        future,
        byDesign,
        "item of the training part first appears after the first test event and may be"
            + " recommended before it existed"
            + why,
        "items of the training part first appear after the first test event and may be"
            + " recommended before they existed"
            + why);
  }

  private void add(LeakFinding.Kind kind, long count, boolean byDesign, String one, String many) {
    if (count > 0) {
      String sentence = String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
      findings.add(new LeakFinding(kind, count, byDesign, sentence));
    }
  }
}
