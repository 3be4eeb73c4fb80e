package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Guesses the delimiter, the roles of columns and the format of times from a sample of a file.
 *
 * <p>Where a mapping names columns, only user, item and time are guessed beside them: whoever names
 * columns and leaves out the rating does not want it. Where it names delimiter, zone, kind and
 * rules too, no column is guessed at all.
 */
public final class MappingGuesser {
  private static final Set<ColumnRole> ALWAYS =
      Set.of(ColumnRole.USER, ColumnRole.ITEM, ColumnRole.TIME);
  private static final int SHOWN_ROWS = 50;

  private final FileSample sample;
  private final ColumnMapping given;
  private final boolean strict;
  private final Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
  private final Map<String, String> reasons = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private Optional<TimeFormatGuess> times = Optional.empty();

  private MappingGuesser(FileSample sample, ColumnMapping given, boolean strict) {
    this.sample = sample;
    this.given = given;
    this.strict = strict;
  }

  /**
   * @param given what is known and not guessed
   * @throws InputException when the file cannot be read as a table, or a given column is not there
   */
  public static MappingGuess guess(Path file, ColumnMapping given) {
    return new MappingGuesser(FileSample.of(file, given), given, true).guess();
  }

  /** As {@link #guess(Path, ColumnMapping)}, but times of no known format are left for later. */
  static MappingGuess first(FileSample sample, ColumnMapping given) {
    return new MappingGuesser(sample, given, false).guess();
  }

  private MappingGuess guess() {
    Optional<ColumnMapping> known = KnownFormats.of(sample.header());
    assignGiven();
    if (given.columns().isEmpty()) {
      known.ifPresent(format -> assign(format.columns(), "a known format has it here"));
    }
    assignByName();
    Optional<String> timeFormat =
        columns.containsKey(ColumnRole.TIME) ? timeFormat() : Optional.empty();
    ColumnMapping mapping =
        new ColumnMapping(
            Map.copyOf(columns),
            Optional.of(sample.delimiter().delimiter()),
            timeFormat,
            Optional.of(given.zone().orElse(ZoneOffset.UTC)),
            Optional.of(given.defaultKind().orElseGet(this::kind)),
            given.kinds(),
            Optional.of(
                given.rules().orElse(known.flatMap(ColumnMapping::rules).orElse(List.of()))));
    if (given.delimiter().isEmpty()) {
      notes.add(
          "The fields are separated by the %s: %.0f %% of the sample's rows have the header's %d columns."
              .formatted(
                  DelimiterGuess.name(sample.delimiter().delimiter()),
                  100 * sample.delimiter().agreeing(),
                  sample.delimiter().columns()));
    }
    return new MappingGuess(
        mapping,
        lines(),
        sample.rows().subList(0, Math.min(SHOWN_ROWS, sample.rows().size())),
        List.copyOf(notes),
        times,
        known.isPresent());
  }

  private void assignGiven() {
    given
        .columns()
        .forEach(
            (role, column) -> {
              if (!sample.header().contains(column)) {
                throw new InputException(
                    "%s has no column \"%s\" for the %s%s; its header is %s: correct the mapping."
                        .formatted(
                            sample.file(),
                            column,
                            role.id(),
                            Nearest.hint(column, sample.header()),
                            sample.header()));
              }
            });
    assign(given.columns(), "the mapping says so");
  }

  private void assign(Map<ColumnRole, String> roles, String reason) {
    roles.forEach(
        (role, column) -> {
          columns.put(role, column);
          reasons.put(column, reason);
        });
  }

  private void assignByName() {
    for (ColumnRole role : ColumnRole.values()) {
      boolean wanted = given.columns().isEmpty() || ALWAYS.contains(role) && !settled();
      if (!wanted || columns.containsKey(role)) {
        continue;
      }
      List<String> free =
          sample.header().stream().filter(name -> !columns.containsValue(name)).toList();
      RoleNames.find(role, free)
          .ifPresent(name -> assign(Map.of(role, name), "its name is usual for this"));
    }
    if (!columns.containsKey(ColumnRole.TIME) && !settled()) {
      assignTimeByContent();
    }
  }

  /** A mapping that leaves nothing open means it when it names no column for the time. */
  private boolean settled() {
    return !given.columns().isEmpty()
        && given.delimiter().isPresent()
        && given.zone().isPresent()
        && given.defaultKind().isPresent()
        && given.rules().isPresent();
  }

  private void assignTimeByContent() {
    for (String column : sample.header()) {
      if (!columns.containsValue(column)
          && TimeFormatGuess.of(sample.values(column))
              .filter(guess -> guess.agreeing() > 0.95)
              .isPresent()) {
        assign(Map.of(ColumnRole.TIME, column), "its values read as times");
        return;
      }
    }
  }

  private Optional<String> timeFormat() {
    if (given.timeFormat().isPresent()) {
      return given.timeFormat();
    }
    String column = columns.get(ColumnRole.TIME);
    Optional<TimeFormatGuess> guess = TimeFormatGuess.of(sample.values(column));
    if (guess.isEmpty() && !strict) {
      return Optional.empty();
    }
    if (guess.isEmpty()) {
      throw new InputException(
          "The column \"%s\" of %s has no times in a known format (such as \"%s\"): name the format in a mapping file (time: {format: ...})."
              .formatted(
                  column,
                  sample.file(),
                  sample.values(column).stream().findFirst().map(MappingGuesser::cut).orElse("")));
    }
    times = guess;
    List<String> rivals = guess.get().rivals();
    notes.add(
        "Times are read as %s%s%s."
            .formatted(
                guess.get().format(),
                given.zone().isPresent() ? "" : " in UTC",
                rivals.isEmpty()
                    ? ""
                    : "; the sample would also fit " + String.join(" or ", rivals)));
    return Optional.of(guess.get().format());
  }

  private static String cut(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  private EventKind kind() {
    if (columns.containsKey(ColumnRole.KIND)) {
      return EventKind.OTHER;
    }
    EventKind kind = EventKind.OTHER;
    if (columns.containsKey(ColumnRole.PRICE) || columns.containsKey(ColumnRole.QUANTITY)) {
      kind = EventKind.PURCHASE;
    } else if (columns.containsKey(ColumnRole.VALUE)) {
      kind = EventKind.RATING;
    }
    notes.add("No column names the kind of an event: all are taken as %s.".formatted(kind.id()));
    return kind;
  }

  private List<MappingGuess.Column> lines() {
    List<MappingGuess.Column> lines = new ArrayList<>();
    for (String column : sample.header()) {
      Optional<ColumnRole> role =
          columns.entrySet().stream()
              .filter(entry -> entry.getValue().equals(column))
              .map(Map.Entry::getKey)
              .findFirst();
      lines.add(
          new MappingGuess.Column(
              column, role, reasons.getOrDefault(column, "its name is not known for any role")));
    }
    return lines;
  }
}
