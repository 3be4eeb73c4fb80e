package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns the rows of one file into events or faults. Confined to one thread. */
final class RowParser {
  private static final List<ColumnRole> NUMBERS =
      List.of(ColumnRole.VALUE, ColumnRole.PRICE, ColumnRole.QUANTITY, ColumnRole.POSITION);

  private final Map<ColumnRole, Integer> columns = new EnumMap<>(ColumnRole.class);
  private final List<String> header;
  private final RowRules rules;
  private final TimeParser times;
  private final KindWords kinds;
  private final RowGuard guard;

  /**
   * @param mapping complete, as a guess leaves it
   * @param guarding keeps personal values out of what is taken and of what is said of the rest
   * @throws InputException when a column is missing in the file, or no column is the user or the
   *     item
   */
  RowParser(Path file, List<String> header, ColumnMapping mapping, Guarding guarding) {
    this.header = header;
    RowGuard.check(file, mapping);
    this.guard = guarding.of(header);
    mapping
        .columns()
        .forEach(
            (role, column) -> {
              int index = header.indexOf(column);
              if (index < 0) {
                throw new InputException(
                    "%s has no column \"%s\" for the %s%s; its header is %s: correct the mapping."
                        .formatted(
                            file,
                            column,
                            role.id(),
                            Nearest.hint(column, header),
                            Tables.names(header)));
              }
              columns.put(role, index);
            });
    for (ColumnRole needed : List.of(ColumnRole.USER, ColumnRole.ITEM)) {
      if (!columns.containsKey(needed)) {
        throw new InputException(
            "No column of %s looks like the %s; its header is %s: name the column in the mapping (columns: {%s: ...})."
                .formatted(file, needed.id(), Tables.names(header), needed.id()));
      }
    }
    this.rules = new RowRules(mapping.rules().orElse(List.of()), file, header);
    ZoneId zone = mapping.zone().orElse(ZoneOffset.UTC);
    this.times =
        columns.containsKey(ColumnRole.TIME)
            ? new TimeParser(mapping.timeFormat().orElse(TimeParser.EPOCH_SECONDS), zone)
            : null;
    this.kinds = new KindWords(mapping.kinds(), mapping.defaultKind().orElse(EventKind.OTHER));
  }

  /** The line that may be kept of a row that is not taken. */
  String line(RowSource row) {
    return guard.line(row);
  }

  /** Notes a row without parsing it. */
  void skip(long hash) {
    rules.remember(hash);
  }

  /**
   * @param hash of the row
   */
  ParsedRow parse(RowSource row, long hash) {
    ParsedRow.Fault malformed = Malformed.fault(row, header);
    if (malformed != null) {
      rules.remember(hash);
      return malformed;
    }
    Optional<ParsedRow.Fault> refused = rules.check(row, hash);
    return refused.isPresent() ? refused.get() : event(row);
  }

  private ParsedRow event(RowSource row) {
    String user = text(row, ColumnRole.USER);
    if (user.isEmpty()) {
      return fault(BuiltInReason.MISSING_USER, ColumnRole.USER);
    }
    String item = text(row, ColumnRole.ITEM);
    if (item.isEmpty()) {
      return fault(BuiltInReason.MISSING_ITEM, ColumnRole.ITEM);
    }
    long millis = EventTable.NO_TIME;
    if (times != null) {
      String time = text(row, ColumnRole.TIME);
      if (time.isEmpty()) {
        return fault(BuiltInReason.MISSING_TIME, ColumnRole.TIME);
      }
      OptionalLong parsed = times.parse(time);
      if (parsed.isEmpty()) {
        return fault(BuiltInReason.BAD_TIME, ColumnRole.TIME);
      }
      millis = parsed.getAsLong();
    }
    Optional<EventKind> kind = kinds.of(text(row, ColumnRole.KIND));
    if (kind.isEmpty()) {
      return fault(BuiltInReason.UNKNOWN_KIND, ColumnRole.KIND);
    }
    double[] numbers = new double[NUMBERS.size()];
    for (int i = 0; i < numbers.length; i++) {
      String text = text(row, NUMBERS.get(i));
      numbers[i] = Numbers.parse(text);
      if (Double.isNaN(numbers[i]) && !text.isEmpty()) {
        return fault(BuiltInReason.BAD_NUMBER, NUMBERS.get(i));
      }
    }
    return new ParsedRow.Event(
        user,
        item,
        kind.get(),
        millis,
        orNull(text(row, ColumnRole.SESSION)),
        numbers[0],
        numbers[1],
        numbers[2],
        orNull(text(row, ColumnRole.QUERY)),
        Double.isNaN(numbers[3]) ? -1 : (int) numbers[3],
        text(row, ColumnRole.TITLE),
        text(row, ColumnRole.CATEGORY));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private String text(RowSource row, ColumnRole role) {
    Integer column = columns.get(role);
    return column == null ? "" : guard.value(column, row.field(column).strip());
  }

  private ParsedRow.Fault fault(BuiltInReason reason, ColumnRole role) {
    return fault(reason, header.get(columns.get(role)));
  }

  private static ParsedRow.Fault fault(BuiltInReason reason, String column) {
    return new ParsedRow.Fault(reason.id(), column);
  }
}
