package io.aisle.ui.dataset;

import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.MappingGuess;
import java.util.List;

/**
 * The beginning of a file as the first step of an import shows it.
 *
 * @param agreeing share of the rows with as many fields as the header
 * @param lines as they stand
 * @param rows as they are read
 */
record FileView(
    char delimiter,
    String encoding,
    boolean packed,
    double agreeing,
    long bytes,
    List<String> lines,
    List<String> headers,
    List<List<String>> rows,
    List<ColumnChoice> columns) {
  static FileView of(FileLook look) {
    return new FileView(
        look.delimiter(),
        look.encoding(),
        look.packed(),
        look.agreeing(),
        look.bytes(),
        look.lines(),
        look.guess().columns().stream().map(MappingGuess.Column::header).toList(),
        look.guess().firstRows(),
        ColumnChoice.of(look));
  }
}
