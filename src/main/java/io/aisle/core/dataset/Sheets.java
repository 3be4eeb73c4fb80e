package io.aisle.core.dataset;

import io.aisle.core.dataset.table.Layout;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which sheet of a workbook has the events where none is named: the first with a user and an item
 * in each row, else the first one.
 */
final class Sheets {
  private static final Set<ColumnRole> OF_EVENTS = Set.of(ColumnRole.USER, ColumnRole.ITEM);

  private Sheets() {}

  /**
   * The first rows of a file of events; those of a workbook in the sheet that is meant.
   *
   * @param given what is known of its columns
   * @throws InputException when it cannot be read as a table, or has no such sheet
   */
  static FileSample sample(Path file, ColumnMapping given) {
    FileSample first = FileSample.of(file, given);
    if (given.form().sheet().isPresent()
        || first.table().layout() != Layout.WORKBOOK
        || holdsEvents(first, given)) {
      return first;
    }
    return first.table().sheets().stream()
        .skip(1)
        .map(sheet -> FileSample.of(file, given.withForm(given.form().withSheet(sheet))))
        .filter(sample -> holdsEvents(sample, given))
        .findFirst()
        .orElse(first);
  }

  private static boolean holdsEvents(FileSample sample, ColumnMapping given) {
    try {
      return MappingGuesser.first(sample, given)
          .mapping()
          .columns()
          .keySet()
          .containsAll(OF_EVENTS);
    } catch (InputException e) {
      return false; // it lacks a column that was named
    }
  }

  /**
   * What is known of files of events, with the sheet that is meant in the first of them, unless
   * that is its first.
   *
   * @throws InputException when a sheet is named and none of them is a workbook
   */
  static ColumnMapping meant(List<Path> files, ColumnMapping given) {
    Path first = files.getFirst();
    if (given.form().sheet().isEmpty()) {
      return sample(first, given)
          .table()
          .form()
          .sheet()
          .map(sheet -> given.withForm(given.form().withSheet(sheet)))
          .orElse(given);
    }
    if (files.stream().noneMatch(Sheets::isWorkbook)) {
      throw new InputException(
          "%s is no Excel workbook, so that it has no sheet \"%s\": leave the sheet out."
              .formatted(first, given.form().sheet().get()));
    }
    return given;
  }

  /** As {@link #meant}, of files that may lack the sheet that is named. */
  static ColumnMapping meantIfThere(List<Path> files, ColumnMapping given) {
    Path first = files.getFirst();
    Optional<String> named = given.form().sheet();
    boolean there = named.isEmpty() || isNamed(first, given);
    return meant(files, there ? given : silent(given));
  }

  /** What is known of a file that may hold no events: the sheet that is named is that of events. */
  static ColumnMapping silent(ColumnMapping given) {
    return given.withForm(given.form().withoutSheet());
  }

  /** Whether a file has the sheet that is named. */
  static boolean isNamed(Path file, ColumnMapping given) {
    return given
        .form()
        .sheet()
        .filter(named -> Tables.look(file, silent(given).form()).sheets().contains(named))
        .isPresent();
  }

  /**
   * Says of files without events that no sheet can be named, those beside events being read from
   * their first.
   *
   * @param named the sheet, if there is one
   * @throws InputException when there are such files and a sheet is named
   */
  static void ofNoEvents(ImportPlan plan, Optional<String> named) {
    if (named.isPresent() && !plan.beside().isEmpty()) {
      throw new InputException(
          "No events in %s, and a sheet (\"%s\") can be named only of events: leave it out, or save that sheet as a file of its own."
              .formatted(
                  plan.beside().stream().map(Path::toString).collect(Collectors.joining(", ")),
                  named.get()));
    }
  }

  private static boolean isWorkbook(Path file) {
    return Tables.look(file, ColumnMapping.GUESS.form()).layout() == Layout.WORKBOOK;
  }
}
