package io.aisle.core.erasure;

import io.aisle.core.workspace.BackupShelf;
import io.aisle.core.workspace.KnownBackup;
import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.domain.OperationException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The known backups outside of a workspace. They were written before a user is erased, and so hold
 * the user: those that the schedule of this workspace wrote are deleted, all others are named.
 */
final class OutsideBackups {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideBackups.class);

  private final BackupShelf shelf;
  private final Path workspace;

  OutsideBackups(WorkspaceLayout layout) {
    this.shelf = new BackupShelf(layout);
    this.workspace = Vault.raw(layout.folder());
  }

  /** Those that are deleted. */
  List<Path> removed() {
    return removable().map(KnownBackup::file).toList();
  }

  /** Those that nobody but the analyst may delete, or can: also those on disks that are off. */
  List<Path> elsewhere() {
    List<Path> removed = removed();
    return Stream.concat(shelf.backups().stream().filter(this::isOutside), shelf.away().stream())
        .map(KnownBackup::file)
        .filter(file -> !removed.contains(file))
        .toList();
  }

  /** Those that hold users who were erased since they were written. */
  List<Path> left() {
    return Stream.concat(shelf.backups().stream().filter(this::isOutside), shelf.away().stream())
        .filter(KnownBackup::outdated)
        .map(KnownBackup::file)
        .toList();
  }

  /** Deletes the schedule's and marks all others. What cannot be deleted is marked, too. */
  void erase() {
    removable().forEach(this::delete);
    shelf.outdate();
  }

  private void delete(KnownBackup backup) {
    try {
      shelf.delete(backup);
    } catch (OperationException e) {
      LOG.warn("{} holds an erased user and stays", backup.file(), e);
    }
  }

  private Stream<KnownBackup> removable() {
    return shelf.own().stream().filter(this::isOutside);
  }

  /** What lies in the workspace is removed with every other copy in it. */
  private boolean isOutside(KnownBackup backup) {
    return !backup.file().startsWith(workspace);
  }
}
