package io.aisle.core.training;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.EntityFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Titles and categories of items from a file beside a given split: CSV or TSV with a header, plain
 * or {@code .gz}.
 *
 * @param titles by index of the item; "" when unknown
 * @param categories by index of the item; "" when unknown
 */
record ItemTexts(List<String> titles, List<String> categories) {
  /**
   * @param ids external ids by index; rows of other items are passed over
   */
  static ItemTexts of(Optional<EntityFile> file, List<String> ids) {
    String[] titles = Collections.nCopies(ids.size(), "").toArray(String[]::new);
    String[] categories = titles.clone();
    if (file.isPresent()) {
      Map<String, Integer> indices = new HashMap<>();
      ids.forEach(id -> indices.put(id, indices.size()));
      fill(file.get(), indices, titles, categories);
    }
    return new ItemTexts(List.of(titles), List.of(categories));
  }

  private static void fill(
      EntityFile file, Map<String, Integer> indices, String[] titles, String[] categories) {
    Path path = file.file();
    if (!Files.isRegularFile(path)) {
      throw new InputException("%s is no file; check dataset.items.file".formatted(path));
    }
    long row = 1;
    try (CsvReader<NamedCsvRecord> reader = open(path)) {
      for (NamedCsvRecord record : reader) {
        row = record.getStartingLineNumber();
        Integer item = indices.get(field(path, record, file.id(), "id"));
        if (item != null) {
          if (file.title().isPresent()) {
            titles[item] = field(path, record, file.title().get(), "title");
          }
          if (file.category().isPresent()) {
            categories[item] = field(path, record, file.category().get(), "category");
          }
        }
      }
    } catch (IOException | UncheckedIOException | CsvParseException e) {
      throw new InputException(
          "%s, after line %d: the file cannot be read as a table in UTF-8; check that it is one"
              .formatted(path, row),
          e);
    }
  }

  private static String field(Path path, NamedCsvRecord record, String header, String key) {
    return record
        .findField(header)
        .orElseThrow(
            () ->
                new InputException(
                    "%s, line %d, has no column '%s'; mend dataset.items.%s, the columns are %s"
                        .formatted(
                            path,
                            record.getStartingLineNumber(),
                            header,
                            key,
                            String.join(", ", record.getHeader()))));
  }

  private static CsvReader<NamedCsvRecord> open(Path path) throws IOException {
    char separator;
    try (BufferedReader head = new BufferedReader(reader(path))) {
      String line = head.readLine();
      if (line == null) {
        throw new InputException("%s is empty; its first line must name columns".formatted(path));
      }
      separator = line.indexOf('\t') >= 0 ? '\t' : line.indexOf(',') >= 0 ? ',' : ';';
    }
    BufferedReader text = new BufferedReader(reader(path));
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return CsvReader.builder()
        .fieldSeparator(separator)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(1 << 20)
        .ofNamedCsvRecord(text);
  }

  private static InputStreamReader reader(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    boolean zipped = path.getFileName().toString().endsWith(".gz");
    return new InputStreamReader(
        zipped ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8.newDecoder());
  }
}
