package io.aisle.core.dataset.cleaning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of texts, each different text stored once.
 *
 * @param codes {@code [events]} place of the text in {@code values}; -1 where absent
 */
record TextColumn(int[] codes, List<String> values) {
  /** Nothing in any event. */
  static TextColumn empty(int size) {
    int[] codes = new int[size];
    Arrays.fill(codes, -1);
    return new TextColumn(codes, List.of());
  }

  /** The text of an event; null where absent. */
  String get(int event) {
    return codes[event] < 0 ? null : values.get(codes[event]);
  }

  /** The same with a text where there was none. */
  TextColumn filled(String text) {
    int[] filled = codes.clone();
    List<String> with = new ArrayList<>(values);
    int code = with.indexOf(text);
    if (code < 0) {
      code = with.size();
      with.add(text);
    }
    for (int i = 0; i < filled.length; i++) {
      filled[i] = filled[i] < 0 ? code : filled[i];
    }
    return new TextColumn(filled, with);
  }

  /** Takes the texts of events in their order. */
  static final class Builder {
    private final int[] codes;
    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private int size;

    Builder(int events) {
      codes = new int[events];
    }

    void add(String text) {
      int code = -1;
      if (text != null) {
        Integer found = known.putIfAbsent(text, values.size());
        if (found == null) {
          values.add(text);
        }
        code = found == null ? values.size() - 1 : found;
      }
      codes[size++] = code;
    }

    TextColumn build() {
      return new TextColumn(codes, values);
    }
  }
}
