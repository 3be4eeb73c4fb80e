package io.aisle.core.dataset;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What separates the fields of a file.
 *
 * @param agreeing share of the sample's rows with as many fields as the header, 0 to 1
 */
record DelimiterGuess(char delimiter, int columns, double agreeing) {
  private static final int SAMPLE_CHARS = 1 << 16;
  private static final char[] CANDIDATES = {',', '\t', ';', '|'};

  /**
   * @throws InputException when no candidate makes more than one column
   */
  static DelimiterGuess of(Path file) {
    String sample = sample(file);
    DelimiterGuess best = null;
    for (char candidate : CANDIDATES) {
      DelimiterGuess guess = tried(sample, candidate);
      if (guess.columns > 1 && (best == null || guess.score() > best.score())) {
        best = guess;
      }
    }
    if (best == null) {
      throw new InputException(
          "%s has one column only (no comma, tab, semicolon or bar in its header): name the delimiter in a mapping file."
              .formatted(file));
    }
    return best;
  }

  private double score() {
    return agreeing + 0.001 * Math.min(columns, 100);
  }

  private static String sample(Path file) {
    char[] buffer = new char[SAMPLE_CHARS];
    int length = 0;
    try (TextFile text = TextFile.open(file)) {
      int read = text.reader().read(buffer, 0, buffer.length);
      while (read > 0) {
        length += read;
        read = text.reader().read(buffer, length, buffer.length - length);
      }
    } catch (IOException e) {
      throw TextFile.failure(file, 0, e);
    }
    String sample = new String(buffer, 0, length);
    int lastLine = sample.lastIndexOf('\n');
    return length < SAMPLE_CHARS || lastLine < 0 ? sample : sample.substring(0, lastLine);
  }

  private static DelimiterGuess tried(String sample, char delimiter) {
    List<Integer> counts = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvRows.reader(delimiter).ofCsvRecord(sample)) {
      for (CsvRecord record : reader) {
        counts.add(record.getFieldCount());
      }
    } catch (CsvParseException | IOException e) {
      // the sample may end inside a quoted field; what stands before it is enough
      counts.add(0);
    }
    int columns = counts.getFirst();
    long agreeing = counts.stream().filter(count -> count == columns).count();
    return new DelimiterGuess(delimiter, columns, (double) agreeing / counts.size());
  }

  /** The delimiter of a name in mapping files, which may be the character itself. */
  static Optional<Character> named(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "comma" -> Optional.of(',');
      case "tab", "\\t" -> Optional.of('\t');
      case "semicolon" -> Optional.of(';');
      case "bar" -> Optional.of('|');
      default -> text.length() == 1 ? Optional.of(text.charAt(0)) : Optional.empty();
    };
  }

  /** The delimiter's name in sentences. */
  static String name(char delimiter) {
    return switch (delimiter) {
      case ',' -> "comma";
      case '\t' -> "tab";
      case ';' -> "semicolon";
      case '|' -> "bar";
      default -> "\"" + delimiter + "\"";
    };
  }
}
