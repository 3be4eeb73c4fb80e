package io.aisle.app.cli;

import io.aisle.app.cli.TextTable.Align;
import io.aisle.core.workspace.StandIn;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.data.VersionFinding;
import io.aisle.domain.data.VersionFinding.Fate;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What is printed of a store that was looked at, or repaired. */
final class RepairText {
  /** The list of the data sets, as the store calls it. */
  private static final String LIST = "DATASET_VERSION";

  private RepairText() {}

  /** A line for each version; empty when none is known. */
  static String versions(RepairReport report) {
    if (report.versions().isEmpty()) {
      return "";
    }
    TextTable table = new TextTable(Align.LEFT, Align.LEFT, Align.RIGHT);
    table.row("version", "state", "events");
    for (VersionFinding version : report.versions()) {
      table.row(
          "%s:%d".formatted(version.dataset(), version.version()),
          switch (version.fate()) {
            case WHOLE -> "whole";
            case UNFINISHED -> "import was cut off";
            case LOST ->
                version.found() < version.events()
                    ? "not whole"
                    : "not whole: users, items or texts";
          },
          version.fate() == Fate.LOST
              ? "%,d of %,d".formatted(version.found(), version.events())
              : "%,d".formatted(version.events()));
    }
    return table.render();
  }

  static String said(RepairReport report, Path store) {
    StringJoiner said = new StringJoiner("\n");
    long whole = report.count(Fate.WHOLE);
    if (report.outcome() == Outcome.SOUND) {
      return "%s is sound: %,d events of %d versions were counted and checked; nothing was changed"
          .formatted(store, report.events(), whole);
    }
    int all = report.versions().size();
    said.add(
        report.outcome() == Outcome.REPAIRED
            ? "%s was repaired: %d of %d versions are whole; the damaged file is kept as %s"
                .formatted(store, whole, all, report.kept().orElseThrow())
            : "%s is damaged: %d of %d versions are whole and can be saved by 'aisle repair' without --dry-run; nothing was changed"
                .formatted(store, whole, all));
    if (report.older().toSeconds() > 0) {
      said.add(
          "it is as it was %,d seconds before the newest moment that is known"
              .formatted(report.older().toSeconds()));
    }
    if (report.count(Fate.LOST) > 0) {
      said.add(
          "a version that is not whole becomes an empty one: go on with its import in the window,"
              + " import its files again, or restore a backup");
    }
    if (report.damaged().contains(LIST)) {
      said.add("the list of data sets is damaged too: versions may be missing");
    }
    String others =
        report.damaged().stream()
            .filter(table -> !table.equals(LIST))
            .map(table -> table.toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      said.add("rows are lost of: " + others);
    }
    return said.toString();
  }

  /** What is left to do, with the newest copy that is known. */
  static String hopeless(Path store, List<StandIn> standIns) {
    String known =
        standIns.stream()
            .findFirst()
            .map(standIn -> "; the newest that is known is %s".formatted(standIn.file()))
            .orElse("");
    return "nothing can be saved of %s, which is as it was: restore a backup with 'aisle restore FILE --to DIR'%s"
        .formatted(store, known);
  }
}
