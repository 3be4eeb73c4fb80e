package io.aisle.domain.data;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the columns of an interaction file are to be read. What is absent is guessed from a sample of
 * the file.
 *
 * @param columns header of the column for each role
 * @param form how the file writes its rows
 * @param timeFormat a {@code DateTimeFormatter} pattern, or {@code epoch-seconds} or {@code
 *     epoch-millis}
 * @param zone zone of times that name none
 * @param defaultKind kind of every event when there is no kind column
 * @param kinds names in the file for kinds, such as {@code addtocart} for cart
 * @param rules reasons to refuse rows; absent: the rules of the format
 * @param privacy what is done with personal columns, by header, in every file of the import; others
 *     are kept
 */
public record ColumnMapping(
    Map<ColumnRole, String> columns,
    FileForm form,
    Optional<String> timeFormat,
    Optional<ZoneId> zone,
    Optional<EventKind> defaultKind,
    Map<String, EventKind> kinds,
    Optional<List<ImportRule>> rules,
    Map<String, Treatment> privacy) {
  /** Everything is guessed. */
  public static final ColumnMapping GUESS =
      new ColumnMapping(
          Map.of(),
          FileForm.GUESS,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          Optional.empty());

  /** Nothing is done with personal columns. */
  public ColumnMapping(
      Map<ColumnRole, String> columns,
      FileForm form,
      Optional<String> timeFormat,
      Optional<ZoneId> zone,
      Optional<EventKind> defaultKind,
      Map<String, EventKind> kinds,
      Optional<List<ImportRule>> rules) {
    this(columns, form, timeFormat, zone, defaultKind, kinds, rules, Map.of());
  }

  /** The same columns in a file of another form. */
  public ColumnMapping withForm(FileForm other) {
    return new ColumnMapping(columns, other, timeFormat, zone, defaultKind, kinds, rules, privacy);
  }

  /** The same with other treatments of personal columns. */
  public ColumnMapping withPrivacy(Map<String, Treatment> treatments) {
    return new ColumnMapping(
        columns, form, timeFormat, zone, defaultKind, kinds, rules, treatments);
  }

  /** What is done with the column of a role. */
  public Treatment treatment(ColumnRole role) {
    String column = columns.get(role);
    return column == null ? Treatment.KEEP : privacy.getOrDefault(column, Treatment.KEEP);
  }
}
