package io.aisle.core.dataset;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.List;

/** Where texts stand in their order: ids that are numbers by their value and before all others. */
final class TextRanks {
  private static final int MOST_DIGITS = 18;
  private static final long NO_NUMBER = -1;

  private final List<String> texts;

  /** What a text of digits says; {@link #NO_NUMBER} for the others. */
  private final long[] values;

  private TextRanks(List<String> texts) {
    this.texts = texts;
    this.values = texts.stream().mapToLong(TextRanks::value).toArray();
  }

  /** The rank of each text; equal ones share theirs, and an empty one has {@link KeyOrder#NONE}. */
  static long[] of(List<String> texts) {
    return new TextRanks(texts).ranks();
  }

  /**
   * The rank of each text of a column.
   *
   * @param numbers of the texts; below 0 where there is none
   * @param ranks by these numbers
   */
  static long[] ranked(int[] numbers, long[] ranks) {
    long[] keys = new long[numbers.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = numbers[i] < 0 ? KeyOrder.NONE : ranks[numbers[i]];
    }
    return keys;
  }

  private long[] ranks() {
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    IntArrays.quickSort(order, this::compare);
    long[] ranks = new long[order.length];
    long rank = 0;
    for (int i = 0; i < order.length; i++) {
      if (i > 0 && compare(order[i - 1], order[i]) != 0) {
        rank++;
      }
      ranks[order[i]] = texts.get(order[i]).isEmpty() ? KeyOrder.NONE : rank;
    }
    return ranks;
  }

  private int compare(int a, int b) {
    if (values[a] != NO_NUMBER && values[b] != NO_NUMBER) {
      return Long.compare(values[a], values[b]);
    }
    if (values[a] != values[b]) {
      return values[a] == NO_NUMBER ? 1 : -1;
    }
    int ignoringCase = texts.get(a).compareToIgnoreCase(texts.get(b));
    return ignoringCase != 0 ? ignoringCase : texts.get(a).compareTo(texts.get(b));
  }

  /** Zeros in front make a text of it: 007 is no other way to write 7. */
  private static long value(String text) {
    boolean zeros = text.length() > 1 && text.charAt(0) == '0';
    if (text.isEmpty() || text.length() > MOST_DIGITS || zeros) {
      return NO_NUMBER;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NO_NUMBER;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }
}
