package io.aisle.core.dataset;

import io.aisle.core.dataset.table.DataFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which files are meant where a folder or an archive is named: those with a user and an item in
 * each row. When they are of several kinds, those of a known format are meant.
 */
final class InputFiles {
  private static final int SHOWN = 8;

  private InputFiles() {}

  /**
   * The interaction files, folders and archives replaced by what is meant in them.
   *
   * @param given what is known of their columns
   * @throws InputException when nothing or too much could be meant
   */
  static List<Path> of(List<Path> named, ColumnMapping given) {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      boolean several = Files.isDirectory(path) || DataFile.isArchive(path);
      files.addAll(several ? meant(path, DataFile.tablesIn(path), given) : List.of(path));
    }
    return files;
  }

  /**
   * Sorts files that were chosen together; folders and archives stand for their tables.
   *
   * @throws InputException when several kinds of events could be meant
   */
  static FileSorting sort(List<Path> named) {
    List<Path> all = new ArrayList<>();
    for (Path path : named) {
      boolean several = Files.isDirectory(path) || DataFile.isArchive(path);
      all.addAll(several ? DataFile.tablesIn(path) : List.of(path));
    }
    Map<Path, Optional<Columns>> columns = new LinkedHashMap<>();
    all.forEach(file -> columns.put(file, columns(file, ColumnMapping.GUESS)));
    List<List<Path>> kinds = kinds(columns);
    if (kinds.isEmpty()) {
      return new FileSorting(
          named,
          List.of(),
          Beside.NONE,
          List.of(),
          all.stream().allMatch(DataFile::exists) ? FurtherShapes.describe(all) : Optional.empty());
    }
    if (kinds.size() > 1) {
      throw new InputException(
          "The files hold several kinds of events (%s): import those of one kind at a time."
              .formatted(names(kinds.stream().map(List::getFirst).toList())));
    }
    List<Path> events = kinds.getFirst();
    List<Path> items =
        columns.keySet().stream()
            .filter(file -> !events.contains(file))
            .filter(file -> columns.get(file).filter(Columns::ofItems).isPresent())
            .toList();
    List<Path> left = new ArrayList<>(all);
    left.removeAll(events);
    left.removeAll(items);
    Beside beside = FurtherShapes.take(left, !items.isEmpty());
    return new FileSorting(events, items, beside, left, Optional.empty());
  }

  private static List<Path> meant(Path container, List<Path> tables, ColumnMapping given) {
    if (tables.isEmpty()) {
      throw new InputException(
          "%s holds no table (a file such as .csv, .json, .parquet or .xlsx): name one."
              .formatted(container));
    }
    if (tables.size() == 1) {
      return tables;
    }
    Map<Path, Optional<Columns>> columns = new LinkedHashMap<>();
    tables.forEach(table -> columns.put(table, columns(table, given)));
    List<List<Path>> kinds = kinds(columns);
    if (kinds.isEmpty()) {
      throw new InputException(
          "%s holds no table with a user and an item in each row (its tables are %s): name files and columns in a mapping file."
              .formatted(container, names(tables)));
    }
    if (kinds.size() > 1) {
      throw new InputException(
          "%s holds several kinds of events (%s): name the files of one kind."
              .formatted(container, names(kinds.stream().map(List::getFirst).toList())));
    }
    return kinds.getFirst();
  }

  /** Files of events by their headers; where there are several, those of a known format. */
  private static List<List<Path>> kinds(Map<Path, Optional<Columns>> tables) {
    Map<List<String>, List<Path>> kinds = new LinkedHashMap<>();
    tables.forEach(
        (table, columns) ->
            columns
                .filter(Columns::ofEvents)
                .ifPresent(
                    found ->
                        kinds
                            .computeIfAbsent(found.header(), each -> new ArrayList<>())
                            .add(table)));
    List<List<Path>> known =
        kinds.entrySet().stream()
            .filter(kind -> KnownFormats.of(kind.getKey()).isPresent())
            .map(Map.Entry::getValue)
            .toList();
    return kinds.size() > 1 && known.size() == 1 ? known : List.copyOf(kinds.values());
  }

  /** The columns of a table and their roles, and whether it holds texts of users and no more. */
  private record Columns(List<String> header, Set<ColumnRole> roles, boolean texts) {
    boolean ofEvents() {
      return roles.contains(ColumnRole.USER) && roles.contains(ColumnRole.ITEM) && !texts;
    }

    boolean ofItems() {
      return !roles.contains(ColumnRole.USER)
          && roles.contains(ColumnRole.ITEM)
          && (roles.contains(ColumnRole.TITLE) || roles.contains(ColumnRole.CATEGORY));
    }
  }

  /** Whether each row of a file has a user and an item, and more than a text. */
  static boolean holdsEvents(Path table, ColumnMapping given) {
    return columns(table, given).filter(Columns::ofEvents).isPresent();
  }

  /** Empty when it is no table: it is one file among others. */
  private static Optional<Columns> columns(Path table, ColumnMapping given) {
    try {
      FileSample sample = Sheets.sample(table, given);
      ColumnMapping guess = MappingGuesser.first(sample, given).mapping();
      return Optional.of(
          new Columns(
              sample.header(),
              guess.columns().keySet(),
              ColumnShapes.textsAlone(sample.header(), guess)));
    } catch (InputException e) {
      return Optional.empty();
    }
  }

  private static String names(List<Path> files) {
    List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
    return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
        + (names.size() > SHOWN ? " ..." : "");
  }
}
