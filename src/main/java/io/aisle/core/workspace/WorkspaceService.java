package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.store.Database;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Care for the workspace that is open: sizes, backup, what can be built again, and the choice of
 * another. Methods block unless they say otherwise; call them in jobs. Thread-safe.
 */
public final class WorkspaceService {
  private final WorkspaceLayout layout;
  private final DefaultWorkspace remembered;
  private final BackupShelf shelf;
  private final BackupMaker maker;
  private volatile Consumer<Reopen> window;
  private volatile Path next;

  /**
   * @param busy whether somebody works on a run folder
   * @param program version of the program, for the backup's list
   * @param clock says when a backup is written
   */
  public WorkspaceService(
      WorkspaceLayout layout,
      Database database,
      DefaultWorkspace remembered,
      Predicate<Path> busy,
      String program,
      InstantSource clock) {
    this.layout = layout;
    this.remembered = remembered;
    this.shelf = new BackupShelf(layout);
    this.maker = new BackupMaker(layout, database, busy, program, clock, shelf);
  }

  public WorkspaceLayout layout() {
    return layout;
  }

  /** The backups of this workspace that are known. */
  public BackupShelf shelf() {
    return shelf;
  }

  public WorkspaceSizes sizes() {
    return WorkspaceSizes.of(layout);
  }

  /**
   * Writes everything that cannot be made again into one zip file, while the workspace is in use,
   * reads it back, opens the store in it and reads that, and puts it on the shelf. When it fails or
   * is cancelled there is no file, or the one before.
   *
   * @param file is replaced
   * @throws InputException when the file would lie in the workspace itself, or the disk is too full
   */
  public BackupSummary backup(Path file, JobControl control) {
    return maker.write(file, false, control);
  }

  /**
   * Makes a folder for backups, where it is not there yet.
   *
   * @throws InputException when it lies in the workspace itself
   */
  public void prepareBackups(Path folder) {
    maker.requireOutside(folder);
    Trees.createFolders(folder);
    shelf.forget(folder.toAbsolutePath().normalize());
  }

  /** Writes backups for the schedule. */
  BackupMaker maker() {
    return maker;
  }

  /**
   * Unpacks a backup into a new folder, which then is a workspace.
   *
   * @param folder new or empty
   * @throws InputException when the file is no sound backup, or the folder holds something
   */
  public static BackupSummary restore(Path file, Path folder, JobControl control) {
    Path target = folder.toAbsolutePath().normalize();
    try (BackupReader backup = new BackupReader(file)) {
      NewFolder.check(target, backup.bytes());
      NewFolder.fill(
          target,
          fresh -> {
            backup.extract(fresh, control);
            new BackupShelf(fresh).add(backup.known()); // what it came from is one of its backups
          });
      return backup.summary(target);
    }
  }

  /**
   * Removes the snapshots of data sets; each is built again from the store when it is needed next.
   *
   * @return bytes that became free
   */
  public long removeSnapshots() {
    long freed = 0;
    for (Path file : Trees.files(layout.snapshots())) {
      long size = Trees.size(file);
      try {
        if (Files.deleteIfExists(file)) {
          freed += size;
        }
      } catch (IOException e) {
        throw Trees.failure(file, "deleted", e);
      }
    }
    return freed;
  }

  /**
   * Looks whether a folder can be the workspace: a workspace, or new, or empty.
   *
   * @throws InputException when it holds other things, or is the one that is open
   */
  public void checkOther(Path folder) {
    Path wanted = folder.toAbsolutePath().normalize();
    if (wanted.equals(Sealed.raw(layout.folder()))) {
      throw new InputException(wanted + " is the workspace that is open already.");
    }
    checkWorkspace(wanted);
  }

  /** As {@link #checkOther}, when none is open. */
  public static void checkWorkspace(Path folder) {
    if (isUnfinished(folder) || !Files.isDirectory(folder) || !holdsStore(folder)) {
      NewFolder.check(folder, 0);
    }
  }

  /** Whether a workspace was ever opened in the folder. */
  public static boolean holdsStore(Path folder) {
    return Files.isRegularFile(new WorkspaceLayout(folder).storeFile());
  }

  /** Whether the folder holds a copy that was cut off, which must not be opened. */
  public static boolean isUnfinished(Path folder) {
    return Files.exists(new WorkspaceLayout(folder).marker());
  }

  /** The next start opens that folder, where it is not told another; it is made if need be. */
  public void remember(Path folder) {
    Path wanted = folder.toAbsolutePath().normalize();
    prepare(wanted);
    remembered.choose(wanted);
    next = wanted;
  }

  /** What was chosen in this session for the next start. */
  public Optional<Path> next() {
    return Optional.ofNullable(next);
  }

  /**
   * Makes a folder that is to be a workspace: one that was chosen and then is not there is missed.
   */
  public static void prepare(Path folder) {
    checkWorkspace(folder);
    Trees.createFolders(folder);
  }

  /** What the workspace was moved from. */
  public PreviousWorkspace previous() {
    return new PreviousWorkspace(layout, remembered);
  }

  /** The window says how it closes its workspace and opens another. */
  public void reopenedBy(Consumer<Reopen> how) {
    window = how;
  }

  /** Whether {@link #reopen} can be asked for. */
  public boolean canReopen() {
    return window != null;
  }

  /** Asks the window to close this workspace for another; returns at once. FX thread only. */
  public void reopen(Reopen what) {
    window.accept(what);
  }
}
