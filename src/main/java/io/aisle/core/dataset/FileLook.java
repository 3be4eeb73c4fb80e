package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.EventKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The beginning of a file, as it stands and as it is read.
 *
 * @param bytes size of the file as it lies on the disk
 * @param encoding name of the character set
 * @param packed whether it is a gzip file
 * @param lines the first lines as they stand, each cut off after 2,000 characters
 * @param agreeing share of a sample's rows with as many fields as the header, 0 to 1
 * @param guess what its columns seem to mean
 */
public record FileLook(
    Path file,
    long bytes,
    String encoding,
    boolean packed,
    List<String> lines,
    char delimiter,
    double agreeing,
    MappingGuess guess) {
  private static final int LINES = 50;
  private static final int CUT = 2_000;

  /**
   * @throws InputException when the file cannot be read as a table
   */
  static FileLook of(Path file, Optional<Character> given) {
    char delimiter;
    double agreeing;
    List<String> lines = new ArrayList<>();
    String encoding;
    boolean packed;
    try (TextFile text = TextFile.open(file)) {
      encoding = text.charset().name();
      packed = text.packed();
      BufferedReader reader = new BufferedReader(text.reader());
      for (String line = reader.readLine();
          line != null && lines.size() < LINES;
          line = reader.readLine()) {
        lines.add(line.length() > CUT ? line.substring(0, CUT) : line);
      }
    } catch (IOException e) {
      throw TextFile.failure(file, lines.size(), e);
    }
    FileSample sample = FileSample.of(file, mapping(given));
    delimiter = sample.delimiter().delimiter();
    int columns = sample.header().size();
    long fitting = sample.rows().stream().filter(row -> row.size() == columns).count();
    agreeing = sample.rows().isEmpty() ? 1 : (double) fitting / sample.rows().size();
    return new FileLook(
        file,
        EventReading.size(file),
        encoding,
        packed,
        List.copyOf(lines),
        delimiter,
        agreeing,
        MappingGuesser.first(sample, mapping(given)));
  }

  private static ColumnMapping mapping(Optional<Character> delimiter) {
    ColumnMapping none = ColumnMapping.GUESS;
    return new ColumnMapping(
        none.columns(),
        delimiter,
        Optional.empty(),
        Optional.empty(),
        Optional.<EventKind>empty(),
        Map.of(),
        Optional.empty());
  }
}
