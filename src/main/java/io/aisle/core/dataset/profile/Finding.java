package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.profile.QualityCheck.Severity;
import io.aisle.core.dataset.profile.QualityCheck.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * What a check found among the events.
 *
 * @param rows whether an event, by its place, belongs to what was found
 */
record Finding(
    Unit unit, Severity severity, long count, long of, List<String> examples, IntPredicate rows) {
  private static final int EXAMPLES = 5;

  /** The severity of a share: nothing is good, little worth knowing, and two limits above it. */
  static Severity graded(long count, long of, double warn, double bad) {
    double share = of == 0 ? 0 : (double) count / of;
    if (count == 0) {
      return Severity.GOOD;
    }
    return share >= bad ? Severity.BAD : share >= warn ? Severity.WARN : Severity.INFO;
  }

  /** A finding of single events, with the ids of their users as examples. */
  static Finding events(EventIndex index, IntPredicate wrong, double warn, double bad) {
    return events(
        index,
        wrong,
        warn,
        bad,
        event -> index.events().catalogue().users().get(index.events().user()[event]));
  }

  /**
   * A finding of single events.
   *
   * @param named how an event is called among the examples
   */
  static Finding events(
      EventIndex index, IntPredicate wrong, double warn, double bad, IntFunction<String> named) {
    long count = 0;
    List<String> examples = new ArrayList<>();
    for (int event = 0; event < index.size(); event++) {
      if (wrong.test(event)) {
        count++;
        if (examples.size() < EXAMPLES) {
          String name = named.apply(event);
          if (!examples.contains(name)) {
            examples.add(name);
          }
        }
      }
    }
    return new Finding(
        Unit.EVENTS,
        graded(count, index.size(), warn, bad),
        count,
        index.size(),
        List.copyOf(examples),
        wrong);
  }

  /** A finding of users, with their ids as examples. */
  static Finding users(EventIndex index, IntPredicate wrong, double warn, double bad) {
    int users = index.userEvents().length;
    List<String> names = index.events().catalogue().users();
    int count = count(users, wrong);
    return new Finding(
        Unit.USERS,
        graded(count, users, warn, bad),
        count,
        users,
        examples(users, wrong, names::get),
        event -> wrong.test(index.events().user()[event]));
  }

  /** A finding of items, with their ids as examples. */
  static Finding items(EventIndex index, IntPredicate wrong, double warn, double bad) {
    return items(index, wrong, warn, bad, index.events().catalogue().items()::get);
  }

  /**
   * A finding of items.
   *
   * @param named how an item is called among the examples
   */
  static Finding items(
      EventIndex index, IntPredicate wrong, double warn, double bad, IntFunction<String> named) {
    int items = index.itemEvents().length;
    int count = count(items, wrong);
    return new Finding(
        Unit.ITEMS,
        graded(count, items, warn, bad),
        count,
        items,
        examples(items, wrong, named),
        event -> wrong.test(index.events().item()[event]));
  }

  /** The same at another severity. */
  Finding at(Severity other) {
    return new Finding(unit, other, count, of, examples, rows);
  }

  private static int count(int size, IntPredicate wrong) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += wrong.test(i) ? 1 : 0;
    }
    return count;
  }

  private static List<String> examples(int size, IntPredicate wrong, IntFunction<String> named) {
    List<String> examples = new ArrayList<>();
    for (int i = 0; i < size && examples.size() < EXAMPLES; i++) {
      if (wrong.test(i)) {
        examples.add(named.apply(i));
      }
    }
    return List.copyOf(examples);
  }
}
