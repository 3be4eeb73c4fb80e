package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All reasons of one import in the order of the rules, the built-in ones last, with counts. */
final class Reasons {
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<String> names;
  private final long[] counts;

  Reasons(ColumnMapping mapping) {
    Set<String> all = new LinkedHashSet<>();
    mapping.rules().orElse(List.of()).forEach(rule -> all.add(rule.reason()));
    for (BuiltInReason reason : BuiltInReason.values()) {
      all.add(reason.id());
    }
    names = new ArrayList<>(all);
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
    counts = new long[names.size()];
  }

  List<String> names() {
    return names;
  }

  /** Counts a refusal; the number of its reason. */
  int count(String reason) {
    int number = numbers.get(reason);
    counts[number]++;
    return number;
  }

  /** Adds what was counted before an interruption. */
  void add(Map<String, Long> earlier) {
    earlier.forEach((reason, count) -> counts[numbers.get(reason)] += count);
  }

  /** Counts above 0. */
  Map<String, Long> counted() {
    Map<String, Long> counted = new LinkedHashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        counted.put(names.get(i), counts[i]);
      }
    }
    return counted;
  }

  /** What to say when no row of the files could be taken. */
  InputException nothingTaken(String files, long read) {
    if (read == 0) {
      return new InputException(
          "%s has a header but no rows: give a file with rows.".formatted(files));
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    String name = names.get(most);
    String meaning = "";
    for (BuiltInReason reason : BuiltInReason.values()) {
      if (reason.id().equals(name)) {
        meaning = ", it " + reason.meaning();
      }
    }
    return new InputException(
        "All %d rows of %s were refused, most (%d) as \"%s\"%s: correct the roles, formats or rules in a mapping file."
            .formatted(read, files, counts[most], name, meaning));
  }
}
