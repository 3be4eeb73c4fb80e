package io.aisle.core.training;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.aisle.domain.InputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The records of a tab-separated file, plain or {@code .gz}, in UTF-8, whatever they mean. Quotes
 * are ordinary characters. A file that cannot be read becomes an {@link InputException} that says
 * why. Confined to one thread.
 */
final class TsvRecords implements AutoCloseable {
  private static final int LONGEST_RECORD = 1 << 20;

  /** A character that no text file holds; the library wants some. */
  private static final char NO_QUOTE = '\u0000';

  private final Path file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private long count;

  private TsvRecords(Path file, CsvReader<CsvRecord> reader) {
    this.file = file;
    this.reader = reader;
    this.records = reader.iterator();
  }

  static TsvRecords open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("%s is no file; check the path".formatted(file));
    }
    InputStream in = null;
    try {
      in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
      if (file.getFileName().toString().endsWith(".gz")) {
        in = new GZIPInputStream(in, 1 << 16);
      }
      CsvReader<CsvRecord> reader =
          CsvReader.builder()
              .fieldSeparator('\t')
              .quoteCharacter(NO_QUOTE)
              .skipEmptyLines(true)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .maxBufferSize(LONGEST_RECORD)
              .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
      return new TsvRecords(file, reader);
    } catch (IOException e) {
      close(in);
      throw fault(file, 1, e);
    }
  }

  private static void close(InputStream in) {
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The next record; empty at the end of the file. */
  Optional<CsvRecord> next() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord record = records.next();
      count++;
      return Optional.of(count == 1 ? withoutMark(record) : record);
    } catch (UncheckedIOException e) {
      throw fault(file, Math.max(1, count), e.getCause());
    } catch (CsvParseException e) {
      throw fault(file, Math.max(1, count), e);
    }
  }

  /** How many records were read, which is the number of the last one, the header being 1. */
  long count() {
    return count;
  }

  /** Drops the byte-order mark that some programs put at the head of a file. */
  private static CsvRecord withoutMark(CsvRecord record) {
    if (!record.getField(0).startsWith("\uFEFF")) {
      return record;
    }
    String first = String.join("\t", record.getFields()).substring(1);
    return CsvReader.builder()
        .fieldSeparator('\t')
        .quoteCharacter(NO_QUOTE)
        .ofSingleCsvRecord(first);
  }

  private static InputException fault(Path file, long row, Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String what =
        switch (root) {
          case CharacterCodingException _ -> "is not UTF-8 text; save it as UTF-8";
          case ZipException _ ->
              "is no gzip file although its name ends in .gz; rename or compress it";
          case EOFException _ -> "breaks off; copy it again, it was cut short";
          default -> "cannot be read as tab-separated text: " + firstLine(root);
        };
    return new InputException("%s, after row %d: the file %s".formatted(file, row, what), cause);
  }

  private static String firstLine(Throwable cause) {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
