package io.aisle.core.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Where texts stand in their order: ids that are numbers by their value and before all others. */
final class TextRanks {
  private static final Comparator<String> ORDER = TextRanks::compare;

  private TextRanks() {}

  /** The rank of each text; equal ones share theirs, and an empty one has {@link KeyOrder#NONE}. */
  static long[] of(List<String> texts) {
    int[] order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted((a, b) -> ORDER.compare(texts.get(a), texts.get(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] ranks = new long[order.length];
    long rank = 0;
    for (int i = 0; i < order.length; i++) {
      if (i > 0 && ORDER.compare(texts.get(order[i - 1]), texts.get(order[i])) != 0) {
        rank++;
      }
      ranks[order[i]] = texts.get(order[i]).isEmpty() ? KeyOrder.NONE : rank;
    }
    return ranks;
  }

  private static int compare(String a, String b) {
    boolean digits = isNumber(a);
    if (digits != isNumber(b)) {
      return digits ? -1 : 1;
    }
    if (digits && a.length() != b.length()) {
      return Integer.compare(a.length(), b.length());
    }
    int ignoringCase = a.compareToIgnoreCase(b);
    return ignoringCase != 0 ? ignoringCase : a.compareTo(b);
  }

  /** Without zeros in front, so that the longer one is the larger one. */
  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && (text.charAt(0) != '0' || text.length() == 1);
  }
}
