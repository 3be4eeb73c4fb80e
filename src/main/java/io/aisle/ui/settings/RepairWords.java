package io.aisle.ui.settings;

import io.aisle.core.workspace.StandIn;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.data.VersionFinding;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.ui.common.Texts;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What came of a repair, and what can take the place of a store, in words. */
public record RepairWords(Texts texts, BackupWords backups) {
  String title(RepairReport report) {
    return texts.of(
        switch (report.outcome()) {
          case SOUND -> "settings.repair.sound.title";
          case REPAIRED, REPAIRABLE -> "settings.repair.done.title";
          case HOPELESS -> "settings.repair.hopeless.title";
        });
  }

  /** What was found and done, in a few sentences. */
  String said(RepairReport report) {
    if (report.outcome() == Outcome.HOPELESS) {
      return texts.of("settings.repair.hopeless");
    }
    long whole = report.count(Fate.WHOLE);
    if (report.outcome() == Outcome.SOUND) {
      return texts.of("settings.repair.sound", whole, report.events());
    }
    StringJoiner said = new StringJoiner("\n");
    said.add(
        texts.of(
            "settings.repair.done",
            whole,
            report.versions().size(),
            report.kept().map(Object::toString).orElse("")));
    if (report.older().toSeconds() > 0) {
      said.add(texts.of("settings.repair.older", report.older().toSeconds()));
    }
    String lost =
        report.versions().stream()
            .filter(version -> version.fate() == Fate.LOST)
            .map(this::lost)
            .collect(Collectors.joining(texts.of("settings.repair.between")));
    if (!lost.isEmpty()) {
      said.add(texts.of("settings.repair.lost", lost));
    }
    if (!report.damaged().isEmpty()) {
      said.add(texts.of("settings.repair.besides"));
    }
    return said.toString();
  }

  private String lost(VersionFinding version) {
    boolean beside = version.found() >= version.events();
    return texts.of(
        beside ? "settings.repair.lost.beside" : "settings.repair.lost.of",
        version.dataset(),
        version.version(),
        version.found(),
        version.events());
  }

  String title(StandIn standIn) {
    return switch (standIn) {
      case StandIn.Backup backup -> backups.title(backup.known());
      case StandIn.Copy copy ->
          texts.of(
              "settings.repair.copy", backups.time(copy.written()), backups.size(copy.bytes()));
    };
  }

  String content(StandIn standIn) {
    return switch (standIn) {
      case StandIn.Backup backup -> backups.content(backup.known());
      case StandIn.Copy _ -> texts.of("settings.repair.copy.content");
    };
  }
}
