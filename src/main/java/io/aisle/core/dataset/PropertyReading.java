package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.domain.job.Progress;
import io.aisle.store.PropertySpool;
import it.unimi.dsi.fastutil.objects.Object2IntLinkedOpenHashMap;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Reads files with a row for each property of an item into a spool, the items under the numbers
 * that the data set has for them, the properties numbered in the order of their first rows.
 * Confined to one thread.
 */
final class PropertyReading {
  private static final int CHECK_ROWS = 1_000;
  private static final int MOST_PROPERTIES = 2_000;

  private final PropertyFiles said;
  private final ImportInput input;
  private final ItemsSeen seen;
  private final JobControl control;
  private final Object2IntLinkedOpenHashMap<String> properties =
      new Object2IntLinkedOpenHashMap<>();
  private long read;
  private long refused;
  private long later;
  private long others;

  PropertyReading(PropertyFiles said, ImportInput input, ItemsSeen seen, JobControl control) {
    this.said = said;
    this.input = input;
    this.seen = seen;
    this.control = control;
  }

  /** Takes each row of a file. */
  @FunctionalInterface
  private interface Taker {
    void take(PropertyRows rows);
  }

  /** Notes the items of files whose rows were taken before an interruption. */
  void see() {
    PropertyTimes times = PropertyTimes.of(said, input.mapping());
    for (Path file : said.files()) {
      each(
          file,
          times,
          rows -> {
            if (rows.fault() == null) {
              seen.see(rows.item());
            }
          });
    }
  }

  /**
   * @param sink receives the refused rows
   * @param number index of the first file among all files of the import
   * @param numbers the number of an item; -1 when its rows are not taken
   */
  void run(StoreSink sink, int number, ToIntFunction<String> numbers, PropertySpool spool) {
    PropertyTimes times = PropertyTimes.of(said, input.mapping());
    for (int i = 0; i < said.files().size(); i++) {
      int at = number + i;
      each(
          said.files().get(i),
          times,
          rows -> {
            read++;
            ParsedRow.Fault fault = take(rows, numbers, spool);
            if (fault != null) {
              refused++;
              sink.refused(new RefusedRow(fault, at, rows.rows().row(), rows.line()));
            }
          });
    }
    if (later > 0 && properties.isEmpty() && others == 0) {
      throw new InputException(
          "No property in %s was set by %s: give a later asOf in the mapping."
              .formatted(said.files().getFirst(), said.asOf().orElseThrow()));
    }
  }

  private void each(Path file, PropertyTimes times, Taker taker) {
    long size = DataFile.size(file);
    at(0, size);
    try (PropertyRows rows = PropertyRows.open(said, file, times, input.guarding().items())) {
      for (long row = 1; rows.next(); row++) {
        taker.take(rows);
        if (row % CHECK_ROWS == 0) {
          at(rows.rows().bytesRead(), size);
        }
      }
    }
  }

  private void at(long done, long total) {
    control.at(new Progress("properties", done, total));
    control.check();
  }

  /** What is the matter with the row; null when nothing is. */
  private ParsedRow.Fault take(
      PropertyRows rows, ToIntFunction<String> numbers, PropertySpool spool) {
    ParsedRow.Fault fault = rows.fault();
    if (fault != null) {
      return fault;
    }
    if (said.asOf().isPresent() && rows.millis() > said.asOf().get().toEpochMilli()) {
      later++;
      return null;
    }
    String item = rows.item();
    seen.see(item);
    int property = property(rows.property());
    if (property < 0) {
      return rows.tooMany();
    }
    int number = numbers.applyAsInt(item);
    if (number < 0) {
      others++;
    } else {
      spool.add(number, property, rows.millis(), rows.value());
    }
    return null;
  }

  /** The number of a property; -1 when there are too many. */
  private int property(String name) {
    int known = properties.getOrDefault(name, -1);
    if (known >= 0 || properties.size() == MOST_PROPERTIES) {
      return known;
    }
    properties.put(name, properties.size());
    return properties.size() - 1;
  }

  /** Properties by their numbers in the spool. */
  List<String> properties() {
    return List.copyOf(properties.keySet());
  }

  /** All rows. */
  long read() {
    return read;
  }

  /** Rows that could not be read. */
  long refused() {
    return refused;
  }

  /** Rows of after the moment as of which was read. */
  long later() {
    return later;
  }

  /** Rows of items that are not wanted. */
  long others() {
    return others;
  }
}
