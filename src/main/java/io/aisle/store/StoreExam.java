package io.aisle.store;

import io.aisle.domain.data.VersionFinding;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.salvage.Readable;
import io.aisle.store.salvage.Readable.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What there is in a store, every row of it read.
 *
 * @param schema that the store has; that of this program when it does not say
 * @param found of each version, in the order of their numbers
 * @param damaged tables of no version, and of refused rows, that have lost rows
 */
record StoreExam(int schema, Map<VersionEntry, VersionFinding> found, Set<String> damaged) {
  private static final String SCHEMA = "SCHEMA_VERSION";
  private static final Pattern NUMBERED = Pattern.compile("[A-Z_]+_(\\d+)(_WITHOUT)?");

  /** Finds out what there is of a version. */
  @FunctionalInterface
  interface Look {
    VersionFinding at(Readable store, VersionEntry version) throws IOException;
  }

  static StoreExam of(Readable store, CancelSignal cancel) throws IOException {
    return of(store, (where, version) -> VersionCheck.of(where, version, cancel));
  }

  static StoreExam of(Readable store, Look look) throws IOException {
    Set<String> damaged = new TreeSet<>();
    List<VersionEntry> versions = new ArrayList<>();
    if (!VersionEntry.list(store, versions).whole() || !store.whole()) {
      damaged.add(VersionEntry.TABLE);
    }
    Map<VersionEntry, VersionFinding> found = new LinkedHashMap<>();
    for (VersionEntry version : versions) {
      found.put(version, look.at(store, version));
    }
    for (String table : store.tables()) {
      boolean ofVersion = NUMBERED.matcher(table).matches();
      if ((!ofVersion || table.startsWith("REFUSED_"))
          && !store.read(table, (key, row) -> {}).whole()) {
        damaged.add(table);
      }
    }
    int schema = schema(store);
    Migrations.requireKnown(schema);
    return new StoreExam(schema, found, damaged);
  }

  private static int schema(Readable store) throws IOException {
    int[] newest = new int[1];
    Reading read =
        store.read(SCHEMA, (key, row) -> newest[0] = Math.max(newest[0], row.getValue(0).getInt()));
    return read.rows() == 0 ? Migrations.newest() : newest[0];
  }

  /** Whether the list of versions is whole: every table of a version is of one in it. */
  boolean listed(Readable store) {
    Set<String> listed =
        found.keySet().stream().map(each -> String.valueOf(each.id())).collect(Collectors.toSet());
    return !damaged.contains(VersionEntry.TABLE)
        && store.tables().stream()
            .map(NUMBERED::matcher)
            .filter(Matcher::matches)
            .allMatch(table -> listed.contains(table.group(1)));
  }

  /** Without the versions that another one does not have. */
  StoreExam only(StoreExam newer) {
    Set<Long> known =
        newer.found.keySet().stream().map(VersionEntry::id).collect(Collectors.toSet());
    Map<VersionEntry, VersionFinding> kept = new LinkedHashMap<>(found);
    Set<String> lost = new TreeSet<>(damaged);
    for (VersionEntry version : found.keySet()) {
      if (!known.contains(version.id())) {
        kept.remove(version);
        lost.remove(version.table("REFUSED"));
      }
    }
    return new StoreExam(schema, kept, lost);
  }

  /** Versions that can be used. */
  long whole() {
    return count(finding -> finding.fate() == Fate.WHOLE);
  }

  /** Versions that should be usable. */
  long complete() {
    return found.keySet().stream().filter(VersionEntry::complete).count();
  }

  private long count(Predicate<VersionFinding> what) {
    return found.values().stream().filter(what).count();
  }

  /** Whether nothing at all is lost. */
  boolean sound() {
    return damaged.isEmpty() && count(finding -> finding.fate() == Fate.LOST) == 0;
  }

  List<VersionFinding> findings() {
    return List.copyOf(found.values());
  }
}
