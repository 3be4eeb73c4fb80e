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

  private static List<Path> meant(Path container, List<Path> tables, ColumnMapping given) {
    if (tables.isEmpty()) {
      throw new InputException(
          "%s holds no table (a file such as .csv, .json, .parquet or .xlsx): name one."
              .formatted(container));
    }
    if (tables.size() == 1) {
      return tables;
    }
    Map<List<String>, List<Path>> kinds = new LinkedHashMap<>();
    for (Path table : tables) {
      List<String> header = eventHeader(table, given);
      if (!header.isEmpty()) {
        kinds.computeIfAbsent(header, each -> new ArrayList<>()).add(table);
      }
    }
    if (kinds.isEmpty()) {
      throw new InputException(
          "%s holds no table with a user and an item in each row (its tables are %s): name files and columns in a mapping file."
              .formatted(container, names(tables)));
    }
    List<List<Path>> known =
        kinds.entrySet().stream()
            .filter(kind -> KnownFormats.of(kind.getKey()).isPresent())
            .map(Map.Entry::getValue)
            .toList();
    List<List<Path>> meant = kinds.size() == 1 ? List.copyOf(kinds.values()) : known;
    if (meant.size() != 1) {
      List<Path> first = kinds.values().stream().map(List::getFirst).toList();
      throw new InputException(
          "%s holds several kinds of events (%s): name the files of one kind."
              .formatted(container, names(first)));
    }
    return meant.getFirst();
  }

  /** The header of a table with users and items; empty when it has none, or is no table. */
  private static List<String> eventHeader(Path table, ColumnMapping given) {
    try {
      FileSample sample = FileSample.of(table, given);
      Map<ColumnRole, String> columns = MappingGuesser.first(sample, given).mapping().columns();
      return columns.containsKey(ColumnRole.USER) && columns.containsKey(ColumnRole.ITEM)
          ? sample.header()
          : List.of();
    } catch (InputException e) {
      return List.of(); // one file among others that is no table
    }
  }

  private static String names(List<Path> files) {
    List<String> names = files.stream().map(file -> file.getFileName().toString()).toList();
    return String.join(", ", names.subList(0, Math.min(SHOWN, names.size())))
        + (names.size() > SHOWN ? " ..." : "");
  }
}
