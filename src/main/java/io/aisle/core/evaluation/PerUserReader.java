package io.aisle.core.evaluation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.aisle.domain.InputException;
import io.aisle.domain.model.Metric;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code per-user.tsv} and names the place of anything wrong. */
final class PerUserReader {
  private static final String MISS = "0.0";

  private final Path file;
  private final List<String> header = new ArrayList<>();
  private final List<Metric> metrics = new ArrayList<>();
  private final List<String> users = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private final List<double[]> values = new ArrayList<>();
  private final IntArrayList rows = new IntArrayList();
  private boolean counted;

  PerUserReader(Path file) {
    this.file = file;
  }

  PerUserTable read() {
    try (CsvReader<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator('\t')
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(file)) {
      records.forEach(this::take);
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new InputException(
          "%s cannot be read as a table; run the experiment again into a new folder"
              .formatted(file),
          e);
    }
    if (header.isEmpty()) {
      throw broken("is empty");
    }
    return new PerUserTable(users, metrics, values.toArray(double[][]::new), rows.toIntArray());
  }

  private void take(CsvRecord record) {
    if (header.isEmpty()) {
      takeHeader(record.getFields());
    } else {
      takeRow(record);
    }
  }

  private void takeHeader(List<String> names) {
    if (!names.getFirst().equals("user")) {
      throw broken("row 1 does not start with the column 'user'");
    }
    header.addAll(names);
    counted = names.getLast().equals(PerUserTable.ROWS);
    for (String name : names.subList(1, names.size() - (counted ? 1 : 0))) {
      try {
        metrics.add(Metric.parse(name));
      } catch (InputException e) {
        throw new InputException("%s, row 1: %s".formatted(file, e.getMessage()), e);
      }
    }
  }

  private void takeRow(CsvRecord record) {
    int row = users.size() + 2;
    if (record.getFieldCount() != header.size()) {
      throw broken(
          "row %d has %d columns instead of %d"
              .formatted(row, record.getFieldCount(), header.size()));
    }
    String user = record.getField(0);
    if (!known.add(user)) {
      throw broken("row %d repeats the user '%s'".formatted(row, user));
    }
    users.add(user);
    double[] parsed = new double[metrics.size()];
    for (int m = 0; m < parsed.length; m++) {
      parsed[m] = number(record.getField(m + 1), row, header.get(m + 1));
    }
    values.add(parsed);
    if (counted) {
      rows.add((int) number(record.getField(parsed.length + 1), row, PerUserTable.ROWS));
    }
  }

  private double number(String cell, int row, String column) {
    if (cell.isEmpty()) {
      return Double.NaN;
    }
    if (cell.equals(MISS)) {
      return 0; // most values of most metrics, and parsing is what reading costs
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new InputException(
          "%s, row %d, column %s: '%s' is no number; run the experiment again into a new folder"
              .formatted(file, row, column, cell),
          e);
    }
  }

  private InputException broken(String what) {
    return new InputException(
        "%s: %s; run the experiment again into a new folder".formatted(file, what));
  }
}
