package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which column of a file has which role, and why. */
final class RoleAssignment {
  private static final Set<ColumnRole> ALWAYS =
      Set.of(ColumnRole.USER, ColumnRole.ITEM, ColumnRole.TIME);

  private static final Set<ColumnRole> NUMBERS =
      Set.of(ColumnRole.VALUE, ColumnRole.PRICE, ColumnRole.QUANTITY, ColumnRole.POSITION);

  private final FileSample sample;
  private final ColumnMapping given;
  private final Map<ColumnRole, String> columns = new EnumMap<>(ColumnRole.class);
  private final Map<String, String> reasons = new HashMap<>();

  /**
   * @param given what is known and not guessed
   */
  RoleAssignment(FileSample sample, ColumnMapping given) {
    this.sample = sample;
    this.given = given;
  }

  /**
   * Gives roles: those that were named, those of a known format, and those that names and values of
   * columns suggest.
   *
   * @throws InputException when a given column is not there
   */
  void assign(Optional<ColumnMapping> known) {
    assignGiven();
    if (known.isPresent() && known()) {
      known.get().columns().forEach(this::assignKnown);
    } else {
      assignByName();
    }
  }

  /** Whether a known format may say what the columns are: nobody else has. */
  boolean known() {
    return given.columns().isEmpty();
  }

  private void assignKnown(ColumnRole role, String column) {
    if (sample.header().contains(column)) {
      assign(Map.of(role, column), "a known format has it here");
    }
  }

  /** The column of each role that has one. */
  Map<ColumnRole, String> columns() {
    return columns;
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
                            Tables.names(sample.header())));
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
      RoleNames.find(role, free).ifPresent(name -> assignNamed(role, name));
    }
    if (!columns.containsKey(ColumnRole.TIME) && !settled()) {
      assignTimeByContent();
    }
  }

  /** A column of words is no number, whatever its name. */
  private void assignNamed(ColumnRole role, String name) {
    List<String> values = sample.values(name).stream().filter(text -> !text.isBlank()).toList();
    boolean fits =
        !NUMBERS.contains(role)
            || values.isEmpty()
            || values.stream().anyMatch(text -> !Double.isNaN(Numbers.parse(text.strip())));
    if (fits) {
      assign(Map.of(role, name), "its name is usual for this");
    } else {
      reasons.put(
          name,
          "its name is usual for the %s, but none of its values is a number".formatted(role.id()));
    }
  }

  /** A mapping that leaves nothing open means it when it names no column for the time. */
  private boolean settled() {
    return !given.columns().isEmpty()
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

  /** Each column with its role and the reason. */
  List<MappingGuess.Column> lines() {
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
