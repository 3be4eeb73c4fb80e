package io.aisle.ui.dataset;

import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.MappingGuess;
import io.aisle.domain.data.FileForm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The beginning of a file as the first step of an import shows it.
 *
 * @param layout name of how its rows are laid out
 * @param encoding "" when it is no text
 * @param sheets names of the sheets among which one can be chosen; none where there is no choice
 * @param agreeing share of the rows with as many fields as the header
 * @param lines as they stand
 * @param rows as they are read
 */
record FileView(
    FileForm form,
    String layout,
    String encoding,
    boolean packed,
    List<String> sheets,
    double agreeing,
    long bytes,
    List<String> lines,
    List<String> headers,
    List<List<String>> rows,
    List<ColumnChoice> columns) {
  /** Whether a delimiter separates its fields. */
  boolean delimited() {
    return form.delimiter().isPresent();
  }

  /** The sheet that is read. */
  Optional<String> sheet() {
    return form.sheet().or(() -> sheets.stream().findFirst());
  }

  static FileView of(FileLook look) {
    return new FileView(
        look.form(),
        look.layout().name().toLowerCase(Locale.ROOT),
        look.encoding(),
        look.packed(),
        look.sheets().size() > 1 ? look.sheets() : List.of(),
        look.agreeing(),
        look.bytes(),
        look.lines(),
        look.guess().columns().stream().map(MappingGuess.Column::header).toList(),
        look.guess().firstRows(),
        ColumnChoice.of(look));
  }
}
