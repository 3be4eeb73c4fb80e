package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.profile.QualityCheck.Severity;
import io.aisle.core.dataset.profile.QualityCheck.Unit;
import io.aisle.domain.data.EventKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** The checks that look at the events which were taken. */
final class EventChecks {
  /** Every check, in the order in which equal ones are listed. */
  static final List<String> IDS =
      List.of(
          "future",
          "old",
          "repeats",
          "robots",
          "zero-price",
          "unknown-kind",
          "no-title",
          "several-titles",
          "gaps",
          "single",
          "cold",
          "skew",
          "ties");

  /** Items with fewer events than this are cold. */
  static final int COLD = 5;

  private static final int EXAMPLES = 5;
  private static final long YEAR_2000 = 946_684_800_000L;

  private EventChecks() {}

  /** Whether the version tells what a check asks. */
  static boolean applies(EventIndex index, String id) {
    boolean ofCatalogue = id.endsWith("-title") || id.endsWith("-titles");
    return (index.size() > 0 || ofCatalogue)
        && (!id.equals("several-titles") || index.otherTitles().isPresent());
  }

  static Finding find(EventIndex index, String id) {
    return switch (id) {
      case "future" -> future(index);
      case "old" -> old(index);
      case "repeats" -> SameMoment.repeats(index);
      case "robots" -> Robots.find(index);
      case "zero-price" -> free(index);
      case "unknown-kind" -> unnamed(index);
      case "no-title" -> noTitle(index);
      case "several-titles" -> severalTitles(index);
      case "gaps" -> Gaps.find(index);
      case "single" -> single(index);
      case "cold" -> cold(index);
      case "skew" -> skew(index);
      case "ties" -> SameMoment.ties(index);
      default -> throw new IllegalArgumentException("no check is called " + id);
    };
  }

  private static Finding future(EventIndex index) {
    long now = index.version().imported().toEpochMilli();
    return clock(index, event -> index.events().millis()[event] > now);
  }

  private static Finding old(EventIndex index) {
    return clock(
        index,
        event -> {
          long millis = index.events().millis()[event];
          return millis != EventTable.NO_TIME && millis < YEAR_2000;
        });
  }

  private static Finding clock(EventIndex index, IntPredicate wrong) {
    return events(index, wrong, 0, 0.01);
  }

  private static Finding free(EventIndex index) {
    return events(index, event -> index.events().price()[event] <= 0, 0.005, 0.05);
  }

  private static Finding unnamed(EventIndex index) {
    boolean several = index.kinds().size() > 1;
    IntPredicate other = event -> index.events().kind()[event] == EventKind.OTHER.ordinal();
    return events(index, several ? other : event -> false, 0.005, 0.05);
  }

  /** A finding of single events, with the ids of their users as examples. */
  static Finding events(EventIndex index, IntPredicate wrong, double warn, double bad) {
    long count = 0;
    List<String> examples = new ArrayList<>();
    for (int event = 0; event < index.size(); event++) {
      if (wrong.test(event)) {
        count++;
        String user = index.events().catalogue().users().get(index.events().user()[event]);
        if (examples.size() < EXAMPLES && !examples.contains(user)) {
          examples.add(user);
        }
      }
    }
    return new Finding(
        Unit.EVENTS,
        Finding.graded(count, index.size(), warn, bad),
        count,
        index.size(),
        List.copyOf(examples),
        wrong);
  }

  private static Finding single(EventIndex index) {
    return users(index, user -> index.userEvents()[user] == 1, 0.2, 1.1);
  }

  static Finding users(EventIndex index, IntPredicate wrong, double warn, double bad) {
    int users = index.userEvents().length;
    int count = count(users, wrong);
    return new Finding(
        Unit.USERS,
        Finding.graded(count, users, warn, bad),
        count,
        users,
        examples(index.events().catalogue().users(), wrong),
        event -> wrong.test(index.events().user()[event]));
  }

  private static Finding noTitle(EventIndex index) {
    List<String> titles = index.events().catalogue().titles();
    return items(index, item -> titles.get(item).isEmpty(), 0.05, 1.1);
  }

  private static Finding severalTitles(EventIndex index) {
    Map<Integer, List<String>> others = index.otherTitles().orElse(Map.of());
    Finding found = items(index, others::containsKey, 1.1, 1.1);
    List<String> titles = index.events().catalogue().titles();
    List<String> examples =
        others.entrySet().stream()
            .limit(3)
            .map(entry -> titles.get(entry.getKey()) + " / " + entry.getValue().getFirst())
            .toList();
    return new Finding(
        found.unit(), found.severity(), found.count(), found.of(), examples, found.rows());
  }

  private static Finding cold(EventIndex index) {
    return items(index, item -> index.itemEvents()[item] < COLD, 0.5, 1.1);
  }

  private static Finding skew(EventIndex index) {
    int half = LongTail.of(index).half();
    int items = index.itemEvents().length;
    Severity severity = half <= 0.01 * items && items >= 100 ? Severity.WARN : Severity.INFO;
    Finding found = items(index, item -> index.rank()[item] < half, 1.1, 1.1);
    return new Finding(Unit.ITEMS, severity, half, items, found.examples(), found.rows());
  }

  private static Finding items(EventIndex index, IntPredicate wrong, double warn, double bad) {
    int items = index.itemEvents().length;
    int count = count(items, wrong);
    return new Finding(
        Unit.ITEMS,
        Finding.graded(count, items, warn, bad),
        count,
        items,
        examples(index.events().catalogue().items(), wrong),
        event -> wrong.test(index.events().item()[event]));
  }

  private static int count(int size, IntPredicate wrong) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += wrong.test(i) ? 1 : 0;
    }
    return count;
  }

  private static List<String> examples(List<String> names, IntPredicate wrong) {
    List<String> examples = new ArrayList<>();
    for (int i = 0; i < names.size() && examples.size() < EXAMPLES; i++) {
      if (wrong.test(i)) {
        examples.add(names.get(i));
      }
    }
    return List.copyOf(examples);
  }
}
