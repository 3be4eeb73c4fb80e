package io.aisle.core.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.aisle.domain.model.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The values of each evaluated user, the content of {@code per-user.tsv}: a header "user" and the
 * metric ids, tab-separated; a cell is empty where a user has no value, and quoted as in CSV where
 * an id holds a tab, a quote or a line break.
 *
 * @param users external ids in the order of the rows
 * @param metrics the columns: those with a value for each user
 * @param values {@code [user][metric]}, NaN where a user has no value
 */
public record PerUserTable(List<String> users, List<Metric> metrics, double[][] values) {
  /**
   * The table of an evaluation.
   *
   * @param ids external id of every user index
   */
  public static PerUserTable of(Evaluation evaluation, List<String> ids) {
    int[] columns =
        IntStream.range(0, evaluation.metrics().size())
            .filter(m -> evaluation.metrics().get(m).kind().perUser())
            .toArray();
    List<Metric> metrics = IntStream.of(columns).mapToObj(evaluation.metrics()::get).toList();
    List<String> users = new ArrayList<>();
    double[][] values = new double[evaluation.users().length][columns.length];
    for (int row = 0; row < values.length; row++) {
      users.add(ids.get(evaluation.users()[row]));
      for (int c = 0; c < columns.length; c++) {
        values[row][c] = evaluation.perUser()[row][columns[c]];
      }
    }
    return new PerUserTable(users, metrics, values);
  }

  /** Writes the table, replacing the file. */
  public void write(Path file) throws IOException {
    try (CsvWriter out =
        CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF).build(file)) {
      String[] cells = new String[metrics.size() + 1];
      cells[0] = "user";
      for (int m = 0; m < metrics.size(); m++) {
        cells[m + 1] = metrics.get(m).id();
      }
      out.writeRecord(cells);
      for (int row = 0; row < values.length; row++) {
        cells[0] = users.get(row);
        for (int m = 0; m < metrics.size(); m++) {
          double value = values[row][m];
          cells[m + 1] = Double.isNaN(value) ? "" : Double.toString(value);
        }
        out.writeRecord(cells);
      }
    }
  }

  /**
   * Reads a table.
   *
   * @throws io.aisle.domain.InputException when the file is missing or is no such table; the
   *     sentence names file, row and column
   */
  public static PerUserTable read(Path file) {
    return new PerUserReader(file).read();
  }
}
