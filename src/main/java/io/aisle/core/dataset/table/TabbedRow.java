package io.aisle.core.dataset.table;

import java.util.List;

/** A row of a file that is no text, as text. */
final class TabbedRow {
  private static final int LIMIT = 2_000;

  private TabbedRow() {}

  /** The fields with tabs between them, cut off after 2,000 characters. */
  static String of(List<String> fields) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < fields.size() && text.length() < LIMIT; i++) {
      text.append(i == 0 ? "" : "\t").append(fields.get(i));
    }
    return text.substring(0, Math.min(LIMIT, text.length()));
  }
}
