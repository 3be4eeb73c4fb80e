package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.settings.BackupRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backs the workspace up day by day or week by week, and removes the oldest of its own files. What
 * was missed while the program did not run is caught up with one backup. Methods read the disk;
 * call them in jobs. Thread-safe.
 */
public final class BackupSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);

  /** What a backup that was cut off leaves beside its place. */
  private static final List<String> DRAFTS = List.of(".part", ".store", ".trial");

  private static final Duration SURELY_DEAD = Duration.ofDays(1);

  private final WorkspaceService workspace;
  private final Supplier<BackupRule> rule;
  private final InstantSource clock;
  private final ZoneId zone;
  private final BackupName name;
  private volatile LocalDate failed = LocalDate.MIN;

  /**
   * @param rule what the analyst has chosen; asked each time
   * @param zone where the analyst's days begin
   */
  public BackupSchedule(
      WorkspaceService workspace, Supplier<BackupRule> rule, InstantSource clock, ZoneId zone) {
    this.workspace = workspace;
    this.rule = rule;
    this.clock = clock;
    this.zone = zone;
    this.name = BackupName.of(workspace.layout());
  }

  /** Where it writes. */
  public Path folder() {
    String chosen = rule.get().folder();
    Path folder = chosen.isBlank() ? workspace.layout().backups() : Path.of(chosen);
    return folder.toAbsolutePath().normalize();
  }

  /**
   * When the next backup is to be written: on the day after its last one that still is there, or a
   * week after it; now, when there is none. Empty when it is off.
   */
  public Optional<Instant> next() {
    return next(clock.instant());
  }

  private Optional<Instant> next(Instant now) {
    int days = rule.get().rhythm().days();
    if (days == 0) {
      return Optional.empty();
    }
    return Optional.of(
        own().stream()
            .map(KnownBackup::written)
            .filter(time -> !time.isAfter(now)) // of a clock that was ahead
            .findFirst()
            .map(last -> day(last).plusDays(days).atStartOfDay(zone).toInstant())
            .orElse(now));
  }

  /** Whether it is time; not again on a day on which it has failed, or was cancelled. */
  public boolean isDue() {
    Instant now = clock.instant();
    return !failed.equals(day(now)) && next(now).filter(time -> !time.isAfter(now)).isPresent();
  }

  /**
   * Writes a backup now and removes those of its own that are more than are kept.
   *
   * @throws InputException when its folder lies in the workspace, is not there, cannot be written
   *     or has too little room
   */
  public BackupSummary run(JobControl control) {
    Instant now = clock.instant();
    failed = day(now);
    Path folder = folder();
    workspace.maker().requireOutside(folder);
    requireThere(folder);
    removeDrafts(folder, now.minus(SURELY_DEAD));
    BackupSummary made = workspace.maker().write(name.in(folder, now), true, control);
    failed = LocalDate.MIN;
    spare(made.place(), now).forEach(this::remove);
    return made;
  }

  /**
   * Those that are more than are kept beside the one that was just made. What a clock that was
   * ahead has dated goes first, or it would never be the oldest.
   */
  private List<KnownBackup> spare(Path made, Instant now) {
    return own().stream()
        .filter(each -> !each.file().equals(made))
        .sorted(Comparator.comparing((KnownBackup each) -> each.written().isAfter(now)))
        .skip(rule.get().keep() - 1)
        .toList();
  }

  /** A file that somebody holds open goes the next time; the backup was made all the same. */
  private void remove(KnownBackup old) {
    try {
      workspace.shelf().delete(old);
    } catch (OperationException e) {
      LOG.warn("{} is more than is kept and stays", old.file(), e);
    }
  }

  private LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, zone);
  }

  /** What it has written there, newest first. */
  private List<KnownBackup> own() {
    Path folder = folder();
    return workspace.shelf().own().stream()
        .filter(each -> each.file().getParent().equals(folder))
        .toList();
  }

  /**
   * A chosen folder is never made here, and where one has lost all that was written there its disk
   * is off: that would fill another one.
   */
  private void requireThere(Path folder) {
    if (rule.get().folder().isBlank()) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "%s, where backups are to be written, is not there: connect its disk, or choose another folder in Settings, Workspace."
              .formatted(folder));
    }
    if (workspace.shelf().away().stream()
        .anyMatch(each -> each.file().getParent().equals(folder))) {
      throw new InputException(
          "%s, where backups were written, is empty: connect its disk, or choose the folder again in Settings, Workspace, if they were deleted."
              .formatted(folder));
    }
  }

  private void removeDrafts(Path folder, Instant before) {
    if (Files.isDirectory(folder)) {
      Trees.list(folder).stream()
          .filter(file -> begun(file).filter(time -> time.isBefore(before)).isPresent())
          .forEach(Trees::delete);
    }
  }

  /** When a draft was begun; empty for any other file. */
  private Optional<Instant> begun(Path file) {
    String said = file.getFileName().toString();
    return DRAFTS.stream()
        .filter(said::endsWith)
        .map(end -> said.substring(0, said.length() - end.length()))
        .flatMap(whole -> name.time(Path.of(whole)).stream())
        .findFirst();
  }
}
