package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.store.Database;
import io.aisle.store.StoreBackup;
import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;

/** Writes backups of the workspace that is open and looks whether they are sound. Thread-safe. */
final class BackupMaker {
  private final WorkspaceLayout layout;
  private final Database database;
  private final Predicate<Path> busy;
  private final String program;
  private final InstantSource clock;
  private final BackupShelf shelf;

  /**
   * @param busy whether somebody works on a run folder
   * @param program version of the program, for the backup's list
   */
  BackupMaker(
      WorkspaceLayout layout,
      Database database,
      Predicate<Path> busy,
      String program,
      InstantSource clock,
      BackupShelf shelf) {
    this.layout = layout;
    this.database = database;
    this.busy = busy;
    this.program = program;
    this.clock = clock;
    this.shelf = shelf;
  }

  /**
   * Looks whether backups can be written there.
   *
   * @throws InputException when it lies in the workspace itself
   */
  void requireOutside(Path place) {
    Path target = place.toAbsolutePath().normalize();
    if (Sealed.path(target).startsWith(layout.folder())) {
      throw new InputException(
          "%s lies in the workspace and would be lost with it; choose a place outside of %s."
              .formatted(target, layout.folder()));
    }
  }

  /**
   * See {@link WorkspaceService#backup}.
   *
   * @param scheduled whether the schedule asks for it
   */
  BackupSummary write(Path file, boolean scheduled, JobControl control) {
    Path target = file.toAbsolutePath().normalize();
    requireOutside(target);
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    Path store = target.resolveSibling(target.getFileName() + ".store");
    Path trial = target.resolveSibling(target.getFileName() + ".trial");
    // what is encrypted stays so in the copy
    WorkspaceLayout onDisk = new WorkspaceLayout(Sealed.raw(layout.folder()));
    try {
      BackupWriter writer =
          new BackupWriter(
              onDisk, database, folder -> busy.test(layout.runs().resolve(folder)), control);
      // beside the file there is a second store, packed while it is written, open while it is tried
      NewFolder.requireRoom(target.getParent(), writer.bytes() + Trees.size(onDisk.storeFile()));
      Trees.createFolders(target.getParent());
      Instant now = clock.instant();
      BackupSummary summary = writer.write(draft, store, program, now);
      Trees.delete(store);
      StoreBackup.Content content = opened(draft, trial, writer.held(), control);
      long bytes = Trees.size(draft);
      KnownBackup known =
          new KnownBackup(
              target,
              now,
              bytes,
              content.versions(),
              summary.runs(),
              content.events(),
              true,
              scheduled,
              false);
      place(draft, known);
      return new BackupSummary(
          target, content.versions(), summary.runs(), summary.leftOut(), bytes);
    } catch (IOException e) {
      throw Trees.failure(target, "written", e);
    } finally {
      Trees.delete(draft);
      Trees.delete(store);
      Trees.delete(trial);
    }
  }

  /**
   * Gives a draft its name. It is on the disk before, and known before, as one that nobody has
   * verified: whatever happens in between, an erasing finds it and nobody relies on it.
   */
  private void place(Path draft, KnownBackup known) throws IOException {
    Trees.force(draft);
    Runnable undo = shelf.expect(known.asVerified(false));
    try {
      Files.move(
          draft, known.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      undo.run();
      throw e;
    }
    shelf.add(known);
  }

  /**
   * What the store holds that was written: it is unpacked beside the file for as long.
   *
   * @param held what must be in it: a store whose end is damaged is opened as it was before
   */
  private StoreBackup.Content opened(
      Path written, Path trial, Map<Long, Long> held, JobControl control) throws IOException {
    WorkspaceLayout copy = new WorkspaceLayout(trial);
    try (BackupReader backup = new BackupReader(written)) {
      backup.verify(copy, control);
    }
    StoreBackup.Content content;
    try {
      content = StoreCopy.read(copy, Sealed.of(layout.folder()), control);
    } catch (OperationException e) {
      throw damaged(e);
    }
    if (!content.complete().entrySet().containsAll(held.entrySet())) {
      throw damaged(null);
    }
    return content;
  }

  /** The copy is byte by byte what the data base gave: it is the original that is damaged. */
  private static OperationException damaged(OperationException cause) {
    return new OperationException(
        "No backup was kept, because not every row of the store can be read: it is damaged. Keep"
            + " the backups that there are, and see what 'aisle repair' says.",
        cause);
  }
}
