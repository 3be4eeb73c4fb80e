package io.aisle.core.dataset;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** Texts of a column that come one by one, and what they are sorted by. Confined to one thread. */
final class TextColumn {
  private final int[] numbers;
  private final List<String> texts = new ArrayList<>();
  private final Object2IntOpenHashMap<String> known = new Object2IntOpenHashMap<>();
  private int size;

  /**
   * @param size how many will come
   */
  TextColumn(int size) {
    this.numbers = new int[size];
    known.defaultReturnValue(-1);
  }

  /**
   * @param text null when there is none
   */
  void add(String text) {
    if (text == null) {
      numbers[size++] = -1;
      return;
    }
    int number = known.putIfAbsent(text, texts.size());
    if (number < 0) {
      number = texts.size();
      texts.add(text);
    }
    numbers[size++] = number;
  }

  /** A key for each text as {@link KeyOrder} sorts them. */
  long[] keys() {
    return TextRanks.ranked(numbers, TextRanks.of(texts));
  }
}
