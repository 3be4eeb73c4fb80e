package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import io.aisle.domain.data.FileForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file whose layout is known.
 *
 * @param form what was said, and for delimited text the delimiter
 * @param columns number of columns by the guess of the delimiter; 0 when nothing was guessed
 * @param agreeing share of the sample's rows with as many fields as the first, 0 to 1
 */
public record TableFile(DataFile file, Layout layout, FileForm form, int columns, double agreeing) {
  private static final Pattern OBJECT = Pattern.compile("\\s*\\{\\s*[\"}].*", Pattern.DOTALL);
  private static final Pattern ARRAY = Pattern.compile("\\s*\\[\\s*[\\[{\\]].*", Pattern.DOTALL);

  /**
   * @throws InputException when the file cannot be read as a table
   */
  public static TableFile of(Path path, FileForm given) {
    DataFile file = DataFile.of(path);
    Layout layout = binary(file);
    if (layout != null) {
      if (!file.member().isEmpty()) {
        throw new InputException(
            "%s lies in an archive, but files of its kind cannot be read there: unpack it first."
                .formatted(path));
      }
      return new TableFile(file, layout, given, 0, 1);
    }
    String beginning;
    try (TextFile text = TextFile.open(file, given.encoding())) {
      beginning = text.beginning();
    } catch (IOException e) {
      throw ReadFailure.of(path, 0, e);
    }
    if (given.delimiter().isEmpty() && OBJECT.matcher(beginning).matches()) {
      return new TableFile(file, Layout.JSON_LINES, given, 0, 1);
    }
    if (given.delimiter().isEmpty() && ARRAY.matcher(beginning).matches()) {
      return new TableFile(file, Layout.JSON_ARRAY, given, 0, 1);
    }
    DelimiterGuess guess = DelimiterGuess.of(path, beginning, given);
    return new TableFile(
        file,
        Layout.DELIMITED,
        given.withDelimiter(guess.delimiter()),
        guess.columns(),
        guess.agreeing());
  }

  private static Layout binary(DataFile file) {
    byte[] head;
    try (PackedInput input = PackedInput.open(file)) {
      head = input.bytes().readNBytes(4);
    } catch (IOException e) {
      throw ReadFailure.of(file.path(), 0, e);
    }
    if (Signature.starts(head, 'P', 'A', 'R', '1')) {
      return Layout.PARQUET;
    }
    boolean zip = Signature.starts(head, 'P', 'K', 3, 4);
    return zip && (!file.member().isEmpty() || Archive.workbook(file.file()))
        ? Layout.WORKBOOK
        : null;
  }

  /** The same file, read with column names of its own. */
  public TableFile withHeader(List<String> header) {
    return new TableFile(file, layout, form.withHeader(header), columns, agreeing);
  }

  /** Its rows; the caller closes them. */
  public RowSource open() {
    return switch (layout) {
      case DELIMITED -> CsvRows.open(file, form);
      case JSON_LINES -> JsonLines.open(file, form.encoding());
      case JSON_ARRAY -> JsonArray.open(file, form.encoding());
      case PARQUET -> ParquetRows.open(file);
      case WORKBOOK -> SheetRows.open(file, form.sheet());
    };
  }

  /**
   * The names of the sheets of a workbook; none of another file. To be asked once it was opened.
   *
   * @throws InputException when it cannot be read any more
   */
  public List<String> sheets() {
    return layout == Layout.WORKBOOK ? SheetRows.names(file) : List.of();
  }

  /** The first rows of delimited text as they are, the line of headers among them. */
  public List<List<String>> firstRows(int count) {
    List<List<String>> rows = new ArrayList<>();
    try (CsvRows all = CsvRows.headless(file, form)) {
      while (rows.size() < count && all.next()) {
        rows.add(all.fields());
      }
    }
    return rows;
  }
}
