package io.aisle.core.dataset.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bins of labels: the most frequent of both versions, and one for the rest. */
final class LabelDrift {
  private static final int MOST = 20;

  /** Label of the bin for the rest; no category is called so. */
  static final String REST = "\u2026";

  private LabelDrift() {}

  /**
   * @return empty when there is but the label ""
   */
  static List<DriftBin> bins(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> both = new TreeMap<>(before);
    after.forEach((label, count) -> both.merge(label, count, Long::sum));
    if (both.keySet().stream().allMatch(String::isEmpty)) {
      return List.of();
    }
    List<String> ordered =
        both.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(Map.Entry::getKey)
            .toList();
    List<DriftBin> bins = new ArrayList<>();
    for (String label : ordered.subList(0, Math.min(MOST, ordered.size()))) {
      bins.add(DriftBin.of(label, before.getOrDefault(label, 0L), after.getOrDefault(label, 0L)));
    }
    if (ordered.size() > MOST) {
      List<String> rest = ordered.subList(MOST, ordered.size());
      bins.add(DriftBin.of(REST, sum(rest, before), sum(rest, after)));
    }
    return bins;
  }

  private static long sum(List<String> labels, Map<String, Long> counts) {
    return labels.stream().mapToLong(label -> counts.getOrDefault(label, 0L)).sum();
  }
}
