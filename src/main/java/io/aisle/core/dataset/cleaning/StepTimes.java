package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.YamlMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as people write them in files of steps; without a zone they are of UTC. */
public final class StepTimes {
  private StepTimes() {}

  /**
   * A day, a time such as 2011-12-09T12:50, or an instant with a zone.
   *
   * @throws DateTimeException when it is none of these
   */
  public static Instant parse(String text) {
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return Instant.parse(text);
    }
  }

  static Optional<Instant> read(YamlMap keys, String key) {
    try {
      return keys.optional(key).map(StepTimes::parse);
    } catch (DateTimeException e) {
      throw keys.wrong(key, "a day or a time such as 2011-12-09T12:50:00Z");
    }
  }
}
