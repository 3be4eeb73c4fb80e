package io.aisle.core.workspace;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A backup of the workspace that is known.
 *
 * @param file where it was written, a path of the system, which is made absolute
 * @param written when, as the backup says
 * @param bytes of the file
 * @param versions data set versions in it
 * @param runs run folders in it
 * @param events of the complete versions, as counted in it; -1: nobody has counted
 * @param verified whether its store was opened and counted when it was written
 * @param scheduled whether the schedule wrote it; others are the analyst's own
 * @param outdated whether a user was erased after it was written, whom it may hold still
 */
public record KnownBackup(
    Path file,
    Instant written,
    long bytes,
    int versions,
    int runs,
    long events,
    boolean verified,
    boolean scheduled,
    boolean outdated) {
  /**
   * @throws IllegalArgumentException when there can be no such file
   */
  public KnownBackup {
    file = file.toAbsolutePath().normalize();
    if (file.getParent() == null) {
      throw new IllegalArgumentException(file + " is no file");
    }
    Objects.requireNonNull(written);
  }

  /** The same, verified or not. */
  KnownBackup asVerified(boolean verified) {
    return new KnownBackup(
        file, written, bytes, versions, runs, events, verified, scheduled, outdated);
  }

  /** The same, known to hold a user who was erased. */
  KnownBackup asOutdated() {
    return new KnownBackup(file, written, bytes, versions, runs, events, verified, scheduled, true);
  }
}
