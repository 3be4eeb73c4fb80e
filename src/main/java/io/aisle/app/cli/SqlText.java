package io.aisle.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.core.export.CellText;
import io.aisle.core.export.CsvTable;
import io.aisle.domain.data.CellType;
import io.aisle.domain.data.QueryView;
import io.aisle.domain.data.TableHead;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the rows of a query: a table and CSV when all are there, JSON as they come. */
final class SqlText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PrintStream out;
  private final Format format;
  private final List<Object[]> rows = new ArrayList<>();
  private List<TableHead> heads = List.of();
  private long count;

  /** How rows are printed. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  SqlText(PrintStream out, Format format) {
    this.out = out;
    this.format = format;
  }

  void begin(List<TableHead> columns) {
    heads = columns;
  }

  void row(Object[] row) {
    count++;
    if (format == Format.JSON) {
      out.println(json(row));
    } else {
      rows.add(row);
    }
  }

  /**
   * @return rows printed
   */
  long end() {
    switch (format) {
      case TABLE -> out.print(table());
      case CSV -> csv();
      case JSON -> out.flush();
    }
    return count;
  }

  private String json(Object[] row) {
    Map<String, Object> line = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      boolean plain = row[i] == null || row[i] instanceof Number || row[i] instanceof Boolean;
      line.put(heads.get(i).name(), plain ? row[i] : CellText.of(row[i]));
    }
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void csv() {
    try {
      CsvTable.write(out, heads, sink -> rows.forEach(sink));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String table() {
    TextTable table =
        new TextTable(
            heads.stream()
                .map(
                    head ->
                        head.type() == CellType.WHOLE || head.type() == CellType.NUMBER
                            ? TextTable.Align.RIGHT
                            : TextTable.Align.LEFT)
                .toArray(TextTable.Align[]::new));
    var unused = table.row(heads.stream().map(TableHead::name).toArray(String[]::new));
    for (Object[] row : rows) {
      String[] cells = new String[row.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = CellText.of(row[i]);
      }
      unused = table.row(cells);
    }
    return table.render();
  }

  /** The views, one a line. */
  static String of(List<QueryView> views) {
    return views.stream()
        .map(
            view ->
                view.name()
                    + ": "
                    + view.columns().stream()
                        .map(TableHead::name)
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
