package io.aisle.core.workspace;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The backups of a workspace that are known: recorded in a small file of the workspace when they
 * are written, or found where the schedule writes. Nothing else of the workspace is read, so that a
 * damaged or locked one tells of its backups too; the file holds no more than names, sizes and
 * times, and stays plain in an encrypted workspace. Thread-safe within one process.
 */
public final class BackupShelf {
  /** The oldest above so many are forgotten. */
  private static final int KEPT = 200;

  private static final Comparator<KnownBackup> NEWEST =
      Comparator.comparing(KnownBackup::written).reversed();

  private final WorkspaceLayout layout;
  private final BackupName name;
  private final SettingsFile<Content> record;

  /** The file. */
  record Content(List<KnownBackup> backups) {
    Content {
      backups = List.copyOf(backups);
    }
  }

  public BackupShelf(WorkspaceLayout layout) {
    this.layout = layout;
    this.name = BackupName.of(layout);
    this.record = new SettingsFile<>(layout.backupList(), Content.class, new Content(List.of()));
  }

  /** Those whose files are there, newest first: the recorded ones, and what else was found. */
  public synchronized List<KnownBackup> backups() {
    List<KnownBackup> all = new ArrayList<>(written());
    all.addAll(found());
    all.sort(NEWEST);
    return List.copyOf(all);
  }

  /** The recorded ones whose files are there, newest first. */
  public synchronized List<KnownBackup> written() {
    return recorded().stream().filter(BackupShelf::isThere).sorted(NEWEST).toList();
  }

  /**
   * Those that the schedule of this workspace wrote and may delete, newest first: recorded so, and
   * called so. The record alone is not trusted: it comes along with a copy of a workspace.
   */
  public List<KnownBackup> own() {
    return written().stream()
        .filter(KnownBackup::scheduled)
        .filter(each -> name.time(each.file()).isPresent())
        .toList();
  }

  /**
   * Recorded ones whose whole folder is not there or is empty now, as on a disk that is off, newest
   * first. They may come back.
   */
  public synchronized List<KnownBackup> away() {
    return recorded().stream().filter(this::isAway).sorted(NEWEST).toList();
  }

  /** Records a backup, in the place of an earlier one in the same file. */
  synchronized void add(KnownBackup backup) {
    List<KnownBackup> all = new ArrayList<>(List.of(backup));
    all.addAll(kept(each -> !each.file().equals(backup.file())));
    save(all);
  }

  /**
   * Records a backup that is about to get its name.
   *
   * @return puts things back where it does not get it
   */
  synchronized Runnable expect(KnownBackup backup) {
    List<KnownBackup> before = recorded();
    add(backup);
    return () -> putBack(backup.file(), before);
  }

  private synchronized void putBack(Path file, List<KnownBackup> before) {
    List<KnownBackup> all = new ArrayList<>(kept(each -> !each.file().equals(file)));
    before.stream().filter(each -> each.file().equals(file)).forEach(all::add);
    save(all);
  }

  /** A user was erased, whom each backup that is known now may hold. */
  public synchronized void outdate() {
    List<KnownBackup> all = new ArrayList<>(backups());
    all.addAll(away());
    if (!all.isEmpty()) {
      save(all.stream().map(KnownBackup::asOutdated).toList());
    }
  }

  /**
   * Deletes the file of a backup and forgets it.
   *
   * @throws OperationException when it cannot be deleted
   */
  public synchronized void delete(KnownBackup backup) {
    Trees.delete(backup.file());
    save(kept(each -> !each.file().equals(backup.file())));
  }

  /** Those of a folder that is empty were deleted, and are no longer expected back. */
  public synchronized void forget(Path folder) {
    save(kept(each -> isThere(each) || !each.file().getParent().equals(folder)));
  }

  private void save(List<KnownBackup> all) {
    record.save(new Content(all.stream().sorted(NEWEST).limit(KEPT).toList()));
  }

  /** What somebody has deleted is not kept. */
  private List<KnownBackup> kept(Predicate<KnownBackup> wanted) {
    return recorded().stream()
        .filter(each -> isThere(each) || isAway(each))
        .filter(wanted)
        .toList();
  }

  private List<KnownBackup> recorded() {
    return record.load().backups();
  }

  private static boolean isThere(KnownBackup backup) {
    return Files.isRegularFile(backup.file());
  }

  /**
   * A folder into which a disk is mounted is there without it, and empty. The one beside the
   * workspace is on the same disk.
   */
  private boolean isAway(KnownBackup backup) {
    Path folder = backup.file().getParent();
    return !Files.isDirectory(folder) || !folder.equals(layout.backups()) && Trees.isEmpty(folder);
  }

  /** Files that are called as the schedule calls them, where it writes or has written. */
  private List<KnownBackup> found() {
    List<KnownBackup> recorded = recorded();
    Set<Path> known = new LinkedHashSet<>(recorded.stream().map(KnownBackup::file).toList());
    Set<Path> folders = new LinkedHashSet<>(List.of(layout.backups()));
    recorded.stream()
        .filter(KnownBackup::scheduled)
        .forEach(each -> folders.add(each.file().getParent()));
    return folders.stream()
        .flatMap(folder -> named(folder).stream())
        .filter(file -> !known.contains(file))
        .flatMap(file -> read(file).stream())
        .toList();
  }

  private List<Path> named(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return Trees.list(folder).stream().filter(file -> name.time(file).isPresent()).toList();
  }

  /** What a file says of itself; empty when it is no backup, or not all of one. */
  private static Optional<KnownBackup> read(Path file) {
    try (BackupReader backup = new BackupReader(file)) {
      return Optional.of(backup.known());
    } catch (InputException | OperationException e) {
      return Optional.empty();
    }
  }
}
