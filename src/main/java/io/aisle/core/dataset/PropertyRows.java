package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.PropertyFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The rows of a file with a row for each property of an item. Confined to one thread. */
final class PropertyRows implements AutoCloseable {
  private static final int LONGEST_NAME = 500;

  private final PropertyFiles said;
  private final RowSource rows;
  private final int item;
  private final int property;
  private final int value;
  private final int time;
  private final Optional<TimeParser> times;
  private final RowGuard guard;
  private String ofItem = "";
  private String name = "";
  private long millis = EventTable.NO_TIME;

  private PropertyRows(
      PropertyFiles said,
      Path file,
      RowSource rows,
      Optional<TimeParser> times,
      Guarding.Joined guarding) {
    this.said = said;
    this.rows = rows;
    this.times = times;
    this.item = Tables.column(file, rows.header(), said.item());
    this.property = Tables.column(file, rows.header(), said.property());
    this.value = Tables.column(file, rows.header(), said.value());
    this.time = said.time().map(name -> Tables.column(file, rows.header(), name)).orElse(-1);
    this.guard = guarding.of(rows.header(), item).hiding(value);
    check(file);
  }

  /** What tells the rows apart must be there, whatever is done with personal columns. */
  private void check(Path file) {
    if (!guard.keeps(property)) {
      throw new InputException(
          "%s: the column \"%s\" names the properties, which can be neither dropped nor replaced: name single properties under privacy by their own names."
              .formatted(file, said.property()));
    }
    if (!guard.keeps(time)) {
      throw new InputException(
          "%s: the column \"%s\" is the time of properties, which can be neither dropped nor replaced: keep it, or leave out time under properties."
              .formatted(file, said.time().orElseThrow()));
    }
  }

  /**
   * @param times of these files
   * @throws InputException when the file cannot be read, lacks a column, or has names or times that
   *     must not be stored
   */
  static PropertyRows open(
      PropertyFiles said, Path file, PropertyTimes times, Guarding.Joined guarding) {
    return Tables.read(
        file, rows -> new PropertyRows(said, file, rows, times.parser(file), guarding));
  }

  boolean next() {
    return rows.next();
  }

  RowSource rows() {
    return rows;
  }

  /** Why the current row cannot be taken; null when it can. */
  ParsedRow.Fault fault() {
    ParsedRow.Fault malformed = Malformed.fault(rows, rows.header());
    if (malformed != null) {
      return malformed;
    }
    ofItem = guard.value(item, rows.stripped(item));
    name = rows.stripped(property);
    if (ofItem.isEmpty()) {
      return fault(BuiltInReason.MISSING_ITEM, said.item());
    }
    if (name.isEmpty()) {
      return fault(BuiltInReason.MISSING_PROPERTY, said.property());
    }
    if (name.length() > LONGEST_NAME) {
      return fault(BuiltInReason.LONG_PROPERTY, said.property());
    }
    return times.map(this::timeFault).orElse(null);
  }

  private ParsedRow.Fault timeFault(TimeParser parser) {
    String text = rows.stripped(time);
    OptionalLong parsed = parser.parse(text);
    millis = parsed.orElse(EventTable.NO_TIME);
    if (parsed.isPresent()) {
      return null;
    }
    return fault(
        text.isEmpty() ? BuiltInReason.MISSING_TIME : BuiltInReason.BAD_TIME,
        said.time().orElseThrow());
  }

  /** The fault of a property that is one too many. */
  ParsedRow.Fault tooMany() {
    return fault(BuiltInReason.TOO_MANY_PROPERTIES, said.property());
  }

  private static ParsedRow.Fault fault(BuiltInReason reason, String column) {
    return new ParsedRow.Fault(reason.id(), column);
  }

  /** The item of the row that {@link #fault} has found right, as are property and moment. */
  String item() {
    return ofItem;
  }

  String property() {
    return name;
  }

  /** The value as it may be stored; "" when the row takes the property away. */
  String value() {
    return guard.value(name, guard.value(value, rows.stripped(value)));
  }

  /** Since when; {@link EventTable#NO_TIME} without. */
  long millis() {
    return millis;
  }

  /** The line that may be kept of the current row. */
  String line() {
    return guard.line(rows);
  }

  @Override
  public void close() {
    rows.close();
  }
}
