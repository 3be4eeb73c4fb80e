package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.PropertyFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The personal columns of all files of an import. */
public final class PersonalFiles {
  private static final int KEYED_ROWS = 10_000;

  private PersonalFiles() {}

  /** The columns that look personal, in the order of the files. */
  static List<PersonalColumn> of(ImportPlan plan) {
    List<PersonalColumn> found = new ArrayList<>();
    samples(plan).forEach(sample -> found.addAll(sample.personal()));
    return found;
  }

  /**
   * The columns that look personal in the files beside the events, without those of ids: what is
   * done with these is what is done with the ids that they join. Blocks.
   *
   * @throws InputException when a file cannot be read
   */
  public static List<PersonalColumn> beside(ImportPlan plan) {
    List<PersonalColumn> found = new ArrayList<>();
    for (Map.Entry<Path, List<String>> file : plan.ids().entrySet()) {
      FileSample.of(file.getKey(), ColumnMapping.GUESS).personal().stream()
          .filter(column -> !file.getValue().contains(column.column()))
          .forEach(found::add);
    }
    return found;
  }

  /**
   * The columns that look personal in files that join a version, without those of its users and
   * items.
   */
  static List<PersonalColumn> joining(ImportPlan plan) {
    List<PersonalColumn> found = new ArrayList<>();
    if (plan.hasEvents()) {
      FileSample sample = FileSample.of(plan.files().getFirst(), plan.mapping());
      Map<ColumnRole, String> columns =
          MappingGuesser.first(sample, plan.mapping()).mapping().columns();
      sample.personal().stream()
          .filter(column -> !column.column().equals(columns.get(ColumnRole.USER)))
          .filter(column -> !column.column().equals(columns.get(ColumnRole.ITEM)))
          .forEach(found::add);
    }
    found.addAll(beside(plan));
    return found;
  }

  /** The names of all columns of all files, of the keys of objects in them, and of properties. */
  static Set<String> columns(ImportPlan plan) {
    Set<String> known = new TreeSet<>();
    samples(plan).forEach(sample -> known.addAll(sample.header()));
    plan.items().ifPresent(file -> known.addAll(keys(file)));
    plan.users().ifPresent(file -> known.addAll(keys(file)));
    plan.further().properties().ifPresent(said -> known.addAll(names(said, plan.mapping())));
    return known;
  }

  /**
   * Looks whether each column of which the mapping says something is in one of the files: a word
   * that was mistyped would let through what must not be stored.
   *
   * @throws InputException naming the nearest column
   */
  static void check(ImportPlan plan) {
    Set<String> wanted = new TreeSet<>(plan.mapping().privacy().keySet());
    if (wanted.isEmpty()) {
      return;
    }
    Set<String> known = columns(plan);
    wanted.removeAll(known);
    if (!wanted.isEmpty()) {
      // a property may come for the first time in the last row
      plan.further().properties().ifPresent(said -> seek(said, plan.mapping(), wanted));
    }
    if (!wanted.isEmpty()) {
      String column = wanted.iterator().next();
      throw new InputException(
          "No file of the import has the column \"%s\" that privacy names%s: correct the mapping."
              .formatted(column, Nearest.hint(column, known)));
    }
  }

  /** The keys of the objects of a file's first rows. */
  private static Set<String> keys(EntityFile file) {
    Set<String> keys = new TreeSet<>();
    if (file.attributes().isPresent()) {
      try (EntityRows rows = EntityRows.open(file, Guarding.Joined.NONE)) {
        for (int row = 0; row < KEYED_ROWS && rows.next(); row++) {
          rows.entity().ifPresent(entity -> keys.addAll(entity.attributes().keySet()));
        }
      }
    }
    return keys;
  }

  /** The properties in the first rows of files with a row for each. */
  private static Set<String> names(PropertyFiles said, ColumnMapping mapping) {
    PropertyTimes times = PropertyTimes.of(said, mapping);
    Set<String> names = new TreeSet<>();
    for (Path file : said.files()) {
      read(
          said,
          file,
          times,
          KEYED_ROWS,
          name -> {
            names.add(name);
            return true;
          });
    }
    return names;
  }

  /** Removes names that a property in any row of the files has; reads no further than it must. */
  private static void seek(PropertyFiles said, ColumnMapping mapping, Set<String> wanted) {
    PropertyTimes times = PropertyTimes.of(said, mapping);
    for (Path file : said.files()) {
      if (!wanted.isEmpty()) {
        read(
            said,
            file,
            times,
            Long.MAX_VALUE,
            name -> {
              wanted.remove(name);
              return !wanted.isEmpty();
            });
      }
    }
  }

  /**
   * @param more takes the property of each row; whether it wants another
   */
  private static void read(
      PropertyFiles said, Path file, PropertyTimes times, long most, Predicate<String> more) {
    try (PropertyRows rows = PropertyRows.open(said, file, times, Guarding.Joined.NONE)) {
      for (long row = 0; row < most && rows.next(); row++) {
        if (rows.fault() == null && !more.test(rows.property())) {
          return;
        }
      }
    }
  }

  private static List<FileSample> samples(ImportPlan plan) {
    List<FileSample> samples = new ArrayList<>();
    if (!plan.files().isEmpty()) {
      samples.add(FileSample.of(plan.files().getFirst(), plan.mapping()));
    }
    plan.beside().forEach(file -> samples.add(FileSample.of(file, ColumnMapping.GUESS)));
    return samples;
  }
}
