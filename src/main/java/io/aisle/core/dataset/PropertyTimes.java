package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.experiment.PropertyFiles;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How files with a row for each property of an item write their times. Where several formats read a
 * file as well, it is the one that reads most of all files, and before that the one of the mapping.
 *
 * @param formats by file; empty without times
 * @param zone of times that name none
 */
record PropertyTimes(Map<Path, String> formats, ZoneId zone) {
  /**
   * Looks into each file.
   *
   * @throws InputException when a file cannot be read, lacks the column, or has times of no known
   *     format
   */
  static PropertyTimes of(PropertyFiles said, ColumnMapping mapping) {
    Map<Path, String> formats = new HashMap<>();
    said.time()
        .ifPresent(
            column -> {
              List<FileSample> samples =
                  said.files().stream()
                      .map(file -> FileSample.of(file, ColumnMapping.GUESS))
                      .toList();
              Optional<String> common = common(samples, column, mapping.timeFormat());
              samples.forEach(sample -> formats.put(sample.file(), format(sample, column, common)));
            });
    return new PropertyTimes(formats, mapping.zone().orElse(ZoneOffset.UTC));
  }

  /** What reads most of all files; what was said before where none does. */
  private static Optional<String> common(
      List<FileSample> samples, String column, Optional<String> given) {
    samples.forEach(sample -> Tables.column(sample.file(), sample.header(), column));
    List<String> texts = samples.stream().flatMap(each -> each.values(column).stream()).toList();
    return TimeFormatGuess.of(texts, given).map(TimeFormatGuess::format).or(() -> given);
  }

  private static String format(FileSample sample, String column, Optional<String> common) {
    if (sample.rows().isEmpty()) {
      return common.orElse(TimeParser.EPOCH_MILLIS);
    }
    return TimeFormatGuess.of(sample.values(column), common)
        .map(TimeFormatGuess::format)
        .orElseThrow(
            () ->
                new InputException(
                    "The column \"%s\" of %s has no times in a known format: leave out time under properties in a mapping file, so that the last row of each property counts."
                        .formatted(column, sample.file())));
  }

  /** Reads the times of a file; empty without times. */
  Optional<TimeParser> parser(Path file) {
    return Optional.ofNullable(formats.get(file)).map(format -> new TimeParser(format, zone));
  }
}
