package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.dataset.table.FileText;
import io.aisle.core.dataset.table.Layout;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.FileForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The beginning of a file, as it stands and as it is read.
 *
 * @param bytes size of the file as it lies on the disk
 * @param layout how its rows are laid out
 * @param encoding name of the character set; "" when it is no text
 * @param packed whether it is packed
 * @param lines the first lines as they stand, each cut off after 2,000 characters
 * @param sheets names of the sheets of a workbook; none of another file
 * @param form how it writes its rows
 * @param agreeing share of a sample's rows with as many fields as the header, 0 to 1
 * @param items titles and categories of items, where the format has them in a file beside it
 * @param beside users beside it and reviews in it
 * @param guess what its columns seem to mean
 */
public record FileLook(
    Path file,
    long bytes,
    Layout layout,
    String encoding,
    boolean packed,
    List<String> lines,
    List<String> sheets,
    FileForm form,
    double agreeing,
    Optional<FileBeside> items,
    Beside beside,
    MappingGuess guess) {
  private static final int LINES = 50;

  /**
   * @throws io.aisle.domain.InputException when the file cannot be read as a table
   */
  static FileLook of(Path named, FileForm given) {
    ColumnMapping mapping = ColumnMapping.GUESS.withForm(given);
    Path file = InputFiles.of(List.of(named), mapping).getFirst();
    FileSample sample = Sheets.sample(file, mapping);
    FileText text = FileText.of(sample.table(), LINES);
    int columns = sample.header().size();
    long fitting = sample.rows().stream().filter(row -> row.size() == columns).count();
    MappingGuess guess = MappingGuesser.first(sample, mapping);
    return new FileLook(
        named,
        DataFile.size(file),
        sample.table().layout(),
        text.encoding(),
        text.packed(),
        text.lines(),
        sample.table().sheets(),
        sample.table().form(),
        sample.rows().isEmpty() ? 1 : (double) fitting / sample.rows().size(),
        Companions.items(file, sample.header()),
        Companions.beside(file, sample.header(), guess.mapping()),
        guess);
  }
}
