package io.aisle.core.dataset.cleaning;

import io.aisle.domain.data.CleaningStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the categories of items coarser. */
final class CoarseCategories {
  private CoarseCategories() {}

  /** How many events have an item whose category became another. */
  static long apply(EventFrame frame, CleaningStep.Categories step) {
    List<String> before = frame.categories();
    List<String> after = new ArrayList<>(before);
    if (step.level() > 0) {
      Pattern separator = Pattern.compile(step.separator(), Pattern.LITERAL);
      after.replaceAll(path -> cut(path, separator, step));
    }
    if (step.keep() > 0) {
      Set<String> kept = most(frame, after, step.keep());
      after.replaceAll(
          category -> category.isEmpty() || kept.contains(category) ? category : step.other());
    }
    frame.replaceCategories(List.copyOf(after));
    long changed = 0;
    for (int event : frame.rows()) {
      int item = frame.item()[event];
      changed += before.get(item).equals(after.get(item)) ? 0 : 1;
    }
    return changed;
  }

  private static String cut(String path, Pattern separator, CleaningStep.Categories step) {
    String[] parts = separator.split(path, step.level() + 1);
    return parts.length <= step.level()
        ? path
        : String.join(step.separator(), List.of(parts).subList(0, step.level())).strip();
  }

  /** Equal counts are decided by the alphabet. */
  private static Set<String> most(EventFrame frame, List<String> categories, int keep) {
    Map<String, Long> counts = new HashMap<>();
    for (int event : frame.rows()) {
      counts.merge(categories.get(frame.item()[event]), 1L, Long::sum);
    }
    counts.remove("");
    return new HashSet<>(
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(keep)
            .map(Map.Entry::getKey)
            .toList());
  }
}
