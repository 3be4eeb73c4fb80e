package io.aisle.core.training;

import io.aisle.domain.InputException;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.ml.data.SplitData;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Reads one file of a given split: tab-separated, header with {@code user} and {@code item} and
 * optionally {@code value}, {@code time} and {@code kind}. Times are epoch seconds, epoch
 * milliseconds (from 10^11 on) or ISO 8601, UTC when they name no zone. Confined to one thread.
 */
final class GivenFile {
  /** Epoch seconds reach it in the year 5138, epoch milliseconds reached it in 1973. */
  private static final double MILLIS_FROM = 1e11;

  private final Dictionary users;
  private final Dictionary items;
  private final PrepareSpec prepare;

  GivenFile(Dictionary users, Dictionary items) {
    this(users, items, PrepareSpec.AS_GIVEN);
  }

  /**
   * @param prepare its kinds and least value are applied to each row
   */
  GivenFile(Dictionary users, Dictionary items, PrepareSpec prepare) {
    this.users = users;
    this.items = items;
    this.prepare = prepare;
  }

  InteractionRows read(Path file) {
    try (TsvReader in = TsvReader.open(file)) {
      int user = in.require("user");
      int item = in.require("item");
      int value = in.column("value");
      int time = in.column("time");
      int kind = in.column("kind");
      if (kind < 0 && !prepare.kinds().isEmpty()) {
        throw new InputException(
            "%s has no column 'kind', so prepare.kinds cannot be applied; leave it out"
                .formatted(file));
      }
      InteractionRows rows = new InteractionRows(time >= 0);
      while (in.next()) {
        float itsValue =
            value < 0 || in.field(value).isEmpty() ? Float.NaN : (float) in.number(value);
        if (isWanted(in, kind, itsValue)) {
          rows.add(
              index(in, users, user),
              index(in, items, item),
              Float.isNaN(itsValue) ? 1 : itsValue,
              time < 0 ? 0 : time(in, time));
        }
      }
      return rows;
    }
  }

  private static int index(TsvReader in, Dictionary dictionary, int column) {
    int index = dictionary.index(in.id(column));
    if (index < 0) {
      throw in.unknown(column);
    }
    return index;
  }

  private boolean isWanted(TsvReader in, int kind, float value) {
    if (kind >= 0 && !prepare.kinds().isEmpty() && !prepare.kinds().contains(kind(in, kind))) {
      return false;
    }
    // an event without a value is kept, as in data sets
    return !(value < prepare.minValue().orElse(Double.NEGATIVE_INFINITY));
  }

  private static EventKind kind(TsvReader in, int column) {
    try {
      return EventKind.valueOf(in.field(column).strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw in.fault(
          column,
          "'%s' is no kind; write view, cart, purchase, rating, search, click or other"
              .formatted(in.shortened(column)));
    }
  }

  private static long time(TsvReader in, int column) {
    String text = in.field(column).strip();
    if (text.isEmpty()) {
      throw in.fault(column, "is empty; give every row a time, or leave the column out");
    }
    char last = text.charAt(text.length() - 1);
    try {
      if (last >= '0' && last <= '9' && text.indexOf('-', 1) < 0 && text.indexOf(':') < 0) {
        return seconds(text);
      }
      return iso(text);
    } catch (NumberFormatException | DateTimeException e) {
      throw in.fault(
          column,
          "'%s' is no time; write epoch seconds or ISO 8601, such as 2011-12-09T12:50:00Z"
              .formatted(in.shortened(column)));
    }
  }

  private static long seconds(String text) {
    // most files have whole seconds; they are parsed without the detour over a double
    if (text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0) {
      long number = Long.parseLong(text);
      return Math.abs(number) >= MILLIS_FROM ? Math.floorDiv(number, 1000L) : number;
    }
    double number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text);
    }
    return (long) Math.floor(Math.abs(number) >= MILLIS_FROM ? number / 1000 : number);
  }

  private static long iso(String text) {
    String joined = text.replace(' ', 'T');
    if (joined.length() == 10) {
      return LocalDate.parse(joined).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
    boolean zoned =
        joined.endsWith("Z") || joined.lastIndexOf('+') > 10 || joined.lastIndexOf('-') > 10;
    return zoned
        ? OffsetDateTime.parse(joined).toEpochSecond()
        : LocalDateTime.parse(joined).toEpochSecond(ZoneOffset.UTC);
  }

  /** The parts as matrices of one shape; times are kept when every part has them. */
  static SplitData matrices(
      InteractionRows train, InteractionRows valid, InteractionRows test, int users, int items) {
    boolean times = train.times() && valid.times() && test.times();
    return new SplitData(
        train.matrix(users, items, times),
        valid.matrix(users, items, times),
        test.matrix(users, items, times));
  }
}
