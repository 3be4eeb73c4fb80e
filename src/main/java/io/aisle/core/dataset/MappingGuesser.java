package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DelimiterGuess;
import io.aisle.core.dataset.table.Layout;
import io.aisle.core.dataset.table.TableFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Guesses the delimiter, the roles of columns and the format of times from a sample of a file.
 *
 * <p>Where a mapping names columns, only user, item and time are guessed beside them: whoever names
 * columns and leaves out the rating does not want it. Where it names delimiter, zone, kind and
 * rules too, no column is guessed at all.
 */
public final class MappingGuesser {
  private static final int SHOWN_ROWS = 50;

  private final FileSample sample;
  private final ColumnMapping given;
  private final boolean strict;
  private final RoleAssignment roles;
  private final List<String> notes = new ArrayList<>();
  private Optional<TimeFormatGuess> times = Optional.empty();

  private MappingGuesser(FileSample sample, ColumnMapping given, boolean strict) {
    this.sample = sample;
    this.given = given;
    this.strict = strict;
    this.roles = new RoleAssignment(sample, given);
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
    Optional<KnownFormat> known = KnownFormats.of(sample.header());
    Optional<ColumnMapping> format = known.map(KnownFormat::mapping).map(MappingFile::mapping);
    roles.assign(format);
    Map<ColumnRole, String> columns = roles.columns();
    known.ifPresent(each -> notes.add("The columns are those of %s.".formatted(each.title())));
    Map<String, EventKind> kinds =
        new LinkedHashMap<>(format.map(ColumnMapping::kinds).orElse(Map.of()));
    kinds.putAll(given.kinds());
    ColumnMapping mapping =
        new ColumnMapping(
            Map.copyOf(columns),
            sample.table().form(),
            columns.containsKey(ColumnRole.TIME) ? timeFormat(format) : Optional.empty(),
            Optional.of(zone(format)),
            Optional.of(
                given
                    .defaultKind()
                    .or(
                        () ->
                            roles.known()
                                ? format.flatMap(ColumnMapping::defaultKind)
                                : Optional.empty())
                    .orElseGet(this::kind)),
            kinds,
            Optional.of(
                given.rules().orElse(format.flatMap(ColumnMapping::rules).orElse(List.of()))),
            given.privacy());
    TableFile table = sample.table();
    if (given.form().delimiter().isEmpty() && table.layout() == Layout.DELIMITED) {
      notes.add(
          "The fields are separated by the %s: %.0f %% of the sample's rows have the header's %d columns."
              .formatted(
                  DelimiterGuess.name(table.form().delimiter().orElseThrow()),
                  100 * table.agreeing(),
                  table.columns()));
    }
    return new MappingGuess(
        mapping,
        roles.lines(),
        sample.rows().subList(0, Math.min(SHOWN_ROWS, sample.rows().size())),
        List.copyOf(notes),
        times,
        known.isPresent(),
        sample.personal());
  }

  private ZoneId zone(Optional<ColumnMapping> format) {
    return given.zone().or(() -> format.flatMap(ColumnMapping::zone)).orElse(ZoneOffset.UTC);
  }

  private Optional<String> timeFormat(Optional<ColumnMapping> format) {
    if (given.timeFormat().isPresent()) {
      return given.timeFormat();
    }
    String column = roles.columns().get(ColumnRole.TIME);
    Optional<String> known =
        format
            .filter(each -> column.equals(each.columns().get(ColumnRole.TIME)))
            .flatMap(ColumnMapping::timeFormat);
    if (known.isPresent()) {
      return known;
    }
    if (strict && sample.rows().isEmpty()) {
      throw new InputException(
          "%s has a header but no rows: give a file with rows.".formatted(sample.file()));
    }
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
                zone(format).equals(ZoneOffset.UTC) && given.zone().isEmpty() ? " in UTC" : "",
                rivals.isEmpty()
                    ? ""
                    : "; the sample would also fit " + String.join(" or ", rivals)));
    return Optional.of(guess.get().format());
  }

  private static String cut(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }

  private EventKind kind() {
    if (roles.columns().containsKey(ColumnRole.KIND)) {
      return EventKind.OTHER;
    }
    EventKind kind = EventKind.OTHER;
    if (roles.columns().containsKey(ColumnRole.PRICE)
        || roles.columns().containsKey(ColumnRole.QUANTITY)) {
      kind = EventKind.PURCHASE;
    } else if (roles.columns().containsKey(ColumnRole.VALUE)) {
      kind = EventKind.RATING;
    }
    notes.add("No column names the kind of an event: all are taken as %s.".formatted(kind.id()));
    return kind;
  }
}
