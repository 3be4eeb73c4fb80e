package io.aisle.core.evaluation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.aisle.domain.model.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of each evaluated user, the content of {@code per-user.tsv}: a header "user", the
 * metric ids and, where the run predicts, "rows", tab-separated; a cell is empty where a user has
 * no value, and quoted as in CSV where an id holds a tab, a quote or a line break.
 *
 * @param users external ids in the order of the rows
 * @param metrics the columns: those with a value for each user
 * @param values {@code [user][metric]}, NaN where a user has no value
 * @param rows {@code [user]} judged predictions of each user, with which metrics of predictions are
 *     weighted; empty where the run does not predict
 */
public record PerUserTable(
    List<String> users, List<Metric> metrics, double[][] values, int[] rows) {
  static final String ROWS = "rows";

  /** A table of lists alone. */
  public PerUserTable(List<String> users, List<Metric> metrics, double[][] values) {
    this(users, metrics, values, new int[0]);
  }

  /**
   * The table of an evaluation.
   *
   * @param ids external id of every user index
   */
  public static PerUserTable of(Evaluation evaluation, List<String> ids) {
    int[] columns =
        IntStream.range(0, evaluation.metrics().size())
            .filter(m -> evaluation.metrics().get(m).perUser())
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

  /**
   * The same with the values of predictions.
   *
   * @param evaluated index of the user of each row of the table
   */
  public PerUserTable with(Predictions predictions, int[] evaluated) {
    List<Metric> added =
        Predictions.metrics(predictions.target()).stream().filter(Metric::perUser).toList();
    double[][] all = new double[values.length][];
    int[] counts = new int[values.length];
    for (int row = 0; row < all.length; row++) {
      all[row] = Arrays.copyOf(values[row], metrics.size() + added.size());
      counts[row] = predictions.rows().length(evaluated[row]);
      for (int m = 0; m < added.size(); m++) {
        all[row][metrics.size() + m] = predictions.ofUser(added.get(m).kind(), evaluated[row]);
      }
    }
    return new PerUserTable(
        users, Stream.concat(metrics.stream(), added.stream()).toList(), all, counts);
  }

  /** Writes the table, replacing the file. */
  public void write(Path file) throws IOException {
    try (CsvWriter out =
        CsvWriter.builder().fieldSeparator('\t').lineDelimiter(LineDelimiter.LF).build(file)) {
      String[] cells = new String[metrics.size() + (rows.length > 0 ? 2 : 1)];
      cells[0] = "user";
      for (int m = 0; m < metrics.size(); m++) {
        cells[m + 1] = metrics.get(m).id();
      }
      if (rows.length > 0) {
        cells[cells.length - 1] = ROWS;
      }
      out.writeRecord(cells);
      for (int row = 0; row < values.length; row++) {
        cells[0] = users.get(row);
        for (int m = 0; m < metrics.size(); m++) {
          double value = values[row][m];
          cells[m + 1] = Double.isNaN(value) ? "" : Double.toString(value);
        }
        if (rows.length > 0) {
          cells[cells.length - 1] = Integer.toString(rows[row]);
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
