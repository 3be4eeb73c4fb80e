package io.aisle.core.workspace;

import io.aisle.store.sealed.Sealed;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How the files of the schedule are called: {@code aisle-WORKSPACE-20261123T130000Z.zip}, by the
 * name of the workspace's folder and the time in UTC.
 *
 * @param workspace name of its folder
 */
record BackupName(String workspace) {
  private static final String BEFORE = "aisle-";
  private static final String AFTER = ".zip";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  static BackupName of(WorkspaceLayout layout) {
    Path name = Sealed.raw(layout.folder()).getFileName();
    return new BackupName(name == null ? "workspace" : name.toString());
  }

  Path in(Path folder, Instant now) {
    return folder.resolve(before() + TIME.format(now) + AFTER);
  }

  /** When a file with such a name was begun; empty for any other file. */
  Optional<Instant> time(Path file) {
    String name = file.getFileName().toString();
    if (!name.startsWith(before()) || !name.endsWith(AFTER)) {
      return Optional.empty();
    }
    String time = name.substring(before().length(), name.length() - AFTER.length());
    try {
      return Optional.of(LocalDateTime.parse(time, TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private String before() {
    return BEFORE + workspace + "-";
  }
}
