package io.aisle.ui.chart;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.IntFunction;

/**
 * The data behind a chart, to be copied or saved: numbers with a point and no grouping, times as
 * ISO 8601 in UTC, so that other programs read them in any language.
 *
 * @param rows as long as the header each
 */
public record ChartTable(List<String> header, List<List<String>> rows) {
  /**
   * A table whose rows are written only when they are read: a chart may have hundreds of thousands.
   *
   * @param row makes a row from its number; may be called on any thread
   */
  static ChartTable of(List<String> header, int size, IntFunction<List<String>> row) {
    return new ChartTable(
        header,
        new AbstractList<>() {
          @Override
          public List<String> get(int index) {
            return row.apply(Objects.checkIndex(index, size));
          }

          @Override
          public int size() {
            return size;
          }
        });
  }

  /** A number as a cell; empty when there is none. */
  public static String cell(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }

  /** A time as a cell. */
  public static String time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).toString();
  }

  /** Comma-separated, quoted where needed. */
  public String csv() {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      writer.writeRecord(header);
      rows.forEach(writer::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string writer has none
    }
    return text.toString();
  }

  /** Tab-separated, as spreadsheets paste it. */
  public String tsv() {
    StringBuilder text = new StringBuilder(line(header));
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private static String line(List<String> cells) {
    StringJoiner line = new StringJoiner("\t", "", "\n");
    cells.forEach(cell -> line.add(cell.replaceAll("[\\t\\r\\n]+", " ")));
    return line.toString();
  }
}
