package io.aisle.domain.data;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at a store has found, and what was done about it.
 *
 * @param versions as they were found
 * @param older how much older than the newest known moment the state is that was taken; zero: it is
 *     the newest
 * @param damaged tables beside those of versions that have lost rows
 * @param kept where the damaged file is now; empty when nothing was changed
 */
public record RepairReport(
    Outcome outcome,
    List<VersionFinding> versions,
    Duration older,
    Set<String> damaged,
    Optional<Path> kept) {
  /** What came of it. */
  public enum Outcome {
    /** It opens, and every version is whole: nothing was changed. */
    SOUND,
    /** It is damaged and could be repaired; nothing was changed. */
    REPAIRABLE,
    /** A store that opens has taken its place. */
    REPAIRED,
    /** Not even the list of data sets can be read; nothing was changed. */
    HOPELESS
  }

  /** Nothing was done. */
  public static RepairReport unchanged(Outcome outcome, List<VersionFinding> versions) {
    return new RepairReport(outcome, versions, Duration.ZERO, Set.of(), Optional.empty());
  }

  /** The same, when the new store is in place. */
  public RepairReport repaired(Path file) {
    return new RepairReport(Outcome.REPAIRED, versions, older, damaged, Optional.of(file));
  }

  /** Versions of that fate. */
  public long count(VersionFinding.Fate fate) {
    return versions.stream().filter(version -> version.fate() == fate).count();
  }

  /** Events of the versions that are whole. */
  public long events() {
    return versions.stream()
        .filter(version -> version.fate() == VersionFinding.Fate.WHOLE)
        .mapToLong(VersionFinding::events)
        .sum();
  }
}
