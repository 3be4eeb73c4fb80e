package io.aisle.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.aisle.core.dataset.FormulaGuard;
import io.aisle.core.training.RunJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Items with figures, as text for people, or as CSV or JSON for programs. */
final class ItemTable {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** How an answer is printed. */
  enum Format {
    TEXT,
    CSV,
    JSON
  }

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  ItemTable(String... header) {
    this.header = List.of(header);
  }

  ItemTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** A figure; empty when there is none. */
  static String figure(Double value) {
    return value == null || !Double.isFinite(value)
        ? ""
        : String.format(Locale.ROOT, "%.4f", value);
  }

  /** With a header; texts that a spreadsheet would run are marked. */
  String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(header);
      for (List<String> row : rows) {
        csv.writeRecord(row.stream().map(ItemTable::harmless).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string writer has none
    }
    return text.toString();
  }

  /** A figure below 0 is no formula. */
  private static String harmless(String cell) {
    return FormulaGuard.cell(cell);
  }

  /** The first {@code most} rows; the first two columns flush left. */
  String text(int most) {
    TextTable.Align[] aligns = new TextTable.Align[header.size()];
    for (int column = 0; column < aligns.length; column++) {
      boolean words = column < 2 || header.get(column).equals("category");
      aligns[column] = words ? TextTable.Align.LEFT : TextTable.Align.RIGHT;
    }
    TextTable table = new TextTable(aligns).row(header.toArray(String[]::new));
    rows.stream().limit(most).forEach(row -> table.row(row.toArray(String[]::new)));
    return table.render();
  }

  /** An answer as it is, indented. */
  static String json(Object answer) {
    try {
      return JSON.writeValueAsString(RunJson.mapper().<JsonNode>valueToTree(answer)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values", e);
    }
  }
}
