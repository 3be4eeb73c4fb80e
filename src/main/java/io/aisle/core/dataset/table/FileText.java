package io.aisle.core.dataset.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of a file as it stands.
 *
 * @param encoding name of the character set; "" when it is no text
 * @param lines each cut off after 2,000 characters
 */
public record FileText(String encoding, boolean packed, List<String> lines) {
  private static final int CUT = 2_000;

  /** The first lines of a text, the first rows of another file. */
  public static FileText of(TableFile table, int count) {
    return table.layout().text() ? text(table, count) : rows(table, count);
  }

  private static FileText text(TableFile table, int count) {
    List<String> lines = new ArrayList<>();
    try (TextFile text = TextFile.open(table.file(), table.form().encoding())) {
      LineReader reader = new LineReader(text.reader());
      for (String line = reader.next();
          line != null && lines.size() < count;
          line = reader.next()) {
        lines.add(line.substring(0, Math.min(CUT, line.length())));
      }
      return new FileText(text.charset().name(), text.packed(), List.copyOf(lines));
    } catch (IOException e) {
      throw ReadFailure.of(table.file().path(), lines.size(), e);
    }
  }

  private static FileText rows(TableFile table, int count) {
    List<String> lines = new ArrayList<>();
    try (RowSource rows = table.open()) {
      while (lines.size() < count && rows.next()) {
        lines.add(rows.rawLine());
      }
    }
    return new FileText("", false, List.copyOf(lines));
  }
}
