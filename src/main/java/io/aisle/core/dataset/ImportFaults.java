package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.time.ZoneOffset;

/** What is wrong with parts of an import, as sentences; empty when nothing is. */
public final class ImportFaults {
  private ImportFaults() {}

  /** Of the name of a data set. */
  public static String name(String name) {
    return sentence(() -> DatasetNames.check(name));
  }

  /** Of a format of times; an empty one is guessed. */
  public static String timeFormat(String format) {
    return format.isEmpty() ? "" : sentence(() -> new TimeParser(format, ZoneOffset.UTC));
  }

  private static String sentence(Runnable check) {
    try {
      check.run();
      return "";
    } catch (InputException e) {
      return e.getMessage();
    }
  }
}
