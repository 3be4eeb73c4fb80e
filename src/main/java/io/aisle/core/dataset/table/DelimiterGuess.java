package io.aisle.core.dataset.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.aisle.domain.InputException;
import io.aisle.domain.data.FileForm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What separates the fields of a text.
 *
 * @param agreeing share of the sample's rows with as many fields as the first, 0 to 1
 */
public record DelimiterGuess(String delimiter, int columns, double agreeing) {
  /** Hive separates by the character 1. */
  private static final List<String> CANDIDATES = List.of(",", "\t", ";", "|", "::", "\u0001");

  /**
   * The delimiter that was said, or the likeliest one.
   *
   * @param beginning the first characters of the file
   * @throws InputException when it makes one column only, or every candidate does
   */
  static DelimiterGuess of(Path file, String beginning, FileForm given) {
    int lastLine = beginning.lastIndexOf('\n');
    String sample = lastLine < 0 ? beginning : beginning.substring(0, lastLine);
    Optional<DelimiterGuess> best = best(sample, given);
    if (given.delimiter().isPresent()) {
      DelimiterGuess said = tried(sample, given.withDelimiter(given.delimiter().get()));
      if (said.columns < 2) {
        throw new InputException(
            "%s has one column only with the delimiter %s that the mapping names%s: correct or leave out the delimiter."
                .formatted(
                    file,
                    name(said.delimiter),
                    best.map(
                            guess ->
                                ", its fields seem to be separated by the " + name(guess.delimiter))
                        .orElse("")));
      }
      return said;
    }
    return best.orElseThrow(
        () ->
            new InputException(
                "%s has one column only (no comma, tab, semicolon or bar in its header): name the delimiter in a mapping file."
                    .formatted(file)));
  }

  private static Optional<DelimiterGuess> best(String sample, FileForm given) {
    DelimiterGuess best = null;
    for (String candidate : CANDIDATES) {
      DelimiterGuess guess = tried(sample, given.withDelimiter(candidate));
      if (guess.columns > 1 && (best == null || guess.score() > best.score())) {
        best = guess;
      }
    }
    return Optional.ofNullable(best);
  }

  private double score() {
    return agreeing + 0.001 * Math.min(columns, 100);
  }

  private static DelimiterGuess tried(String sample, FileForm form) {
    List<Integer> counts = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvRows.reader(form).ofCsvRecord(sample)) {
      for (CsvRecord record : reader) {
        counts.add(record.getFieldCount());
      }
    } catch (CsvParseException | IOException e) {
      // the sample may end inside a quoted field; what stands before it is enough
      counts.add(0);
    }
    int columns = counts.isEmpty() ? 0 : counts.getFirst();
    long agreeing = counts.stream().filter(count -> count == columns).count();
    return new DelimiterGuess(
        form.delimiter().orElseThrow(), columns, (double) agreeing / Math.max(1, counts.size()));
  }

  /** The delimiter of a name in mapping files, which may be the characters themselves. */
  public static Optional<String> named(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "comma" -> Optional.of(",");
      case "tab", "\\t" -> Optional.of("\t");
      case "semicolon" -> Optional.of(";");
      case "bar" -> Optional.of("|");
      default -> text.length() <= 2 ? Optional.of(text) : Optional.empty();
    };
  }

  /** The delimiter's name in sentences. */
  public static String name(String delimiter) {
    return switch (delimiter) {
      case "," -> "comma";
      case "\t" -> "tab";
      case ";" -> "semicolon";
      case "|" -> "bar";
      case "\u0001" -> "character 1";
      default -> "\"" + delimiter + "\"";
    };
  }
}
