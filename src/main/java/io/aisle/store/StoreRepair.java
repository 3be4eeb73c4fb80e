package io.aisle.store;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.store.StoreSalvage.Found;
import io.aisle.store.salvage.StoreFile;
import io.aisle.store.salvage.StoreHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a store is sound, and makes a new one of what is left of one that is not
 * (docs/decisions/0021). The file is only read until the new one, written beside it and opened,
 * takes its place at once; it is kept under another name. So a kill at any moment leaves either of
 * the two. Blocks; one at a time, which the workspace's lock sees to.
 */
public final class StoreRepair {
  /** Room that is left free. */
  private static final long SPARE = 64L << 20;

  private final Path folder;
  private final InstantSource clock;
  private final CancelSignal cancel;
  private final ProgressListener listener;

  /**
   * @param folder of the store, in a workspace whose key is known
   */
  public StoreRepair(
      Path folder, InstantSource clock, CancelSignal cancel, ProgressListener listener) {
    this.folder = folder.toAbsolutePath().normalize();
    this.clock = clock;
    this.cancel = cancel;
    this.listener = listener;
  }

  /** Finds out what there is and what could be saved; changes nothing. */
  public RepairReport examine() {
    return run(false);
  }

  /**
   * Puts a store in order that is not.
   *
   * @throws OperationException when another process has it open, a newer program wrote it, or it
   *     cannot be written; it is as it was then
   * @throws InputException when there is none, or no room for a new one
   */
  public RepairReport repair() {
    return run(true);
  }

  private RepairReport run(boolean change) {
    Path file = folder.resolve(StoreFiles.FILE);
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "%s holds no store: its file aisle.mv.db is missing; name a workspace with --workspace."
              .formatted(folder));
    }
    try (WorkspaceLock _ = WorkspaceLock.acquire(folder)) {
      listener.at(new Progress("examining", 0, 0));
      Optional<StoreExam> open = guarded() ? opened(folder) : Optional.empty();
      if (open.isPresent() && open.get().sound()) {
        return RepairReport.unchanged(Outcome.SOUND, open.get().findings());
      }
      return salvage(file, change);
    } catch (IOException | SQLException e) {
      throw new OperationException(
          "The store in %s cannot be repaired (%s): look at the free space and the disk; it is as it was."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /** Whether the data base would open the newest of what the file has. */
  private boolean guarded() {
    try {
      StoreGuard.check(folder);
      return true;
    } catch (OperationException e) {
      return false;
    }
  }

  /** What the data base has of a store; empty when it does not open it. */
  private Optional<StoreExam> opened(Path store) throws IOException {
    try (OpenTables tables = OpenTables.of(store)) {
      return Optional.of(StoreExam.of(tables, cancel));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private RepairReport salvage(Path file, boolean change) throws IOException, SQLException {
    try (StoreSwap swap = new StoreSwap(folder, clock)) {
      RepairReport report;
      try (StoreFile bytes = StoreFile.open(file, StoreGuard.password(folder))) {
        Optional<Found> best = new StoreSalvage(StoreHistory.of(bytes), cancel, listener).best();
        if (best.isEmpty()) {
          return RepairReport.unchanged(Outcome.HOPELESS, List.of());
        }
        report = report(best.get());
        if (!change) {
          return report;
        }
        requireRoom(bytes.size());
        rebuild(best.get(), swap.begin());
      }
      return report.repaired(swap.finish());
    }
  }

  private static RepairReport report(Found found) {
    return new RepairReport(
        Outcome.REPAIRABLE,
        found.exam().findings(),
        Duration.ofMillis(found.lost()),
        found.exam().damaged(),
        Optional.empty());
  }

  private void requireRoom(long bytes) throws IOException {
    long needed = bytes * 11 / 10 + SPARE;
    long free = Files.getFileStore(folder).getUsableSpace();
    if (free < needed) {
      throw new InputException(
          "%s has %,d MB free and %,d MB are needed; make room on its disk."
              .formatted(folder, free >> 20, needed >> 20));
    }
  }

  private void rebuild(Found found, Path trial) throws IOException, SQLException {
    new Rebuild(found.state(), found.exam(), cancel, listener).into(trial);
    requireSound(trial, found.exam().whole());
  }

  private void requireSound(Path trial, long whole) throws IOException {
    listener.at(new Progress("verifying", 0, 0));
    Optional<StoreExam> written = opened(trial);
    if (written.isEmpty() || !written.get().sound() || written.get().whole() < whole) {
      throw new IOException("what was written cannot be read back");
    }
  }

  /**
   * Puts a copy of the store in its place that was made before a change of its schema.
   *
   * @param zip one of {@link #copies}
   * @return where the store that was there is kept
   * @throws OperationException when the copy cannot be read, or not all of it; nothing has changed
   */
  public Path putBack(Path zip) {
    try (WorkspaceLock _ = WorkspaceLock.acquire(folder);
        StoreSwap swap = new StoreSwap(folder, clock)) {
      listener.at(new Progress("restoring", 0, 0));
      Path trial = swap.begin();
      MigrationBackup.extract(zip, trial.resolve(StoreFiles.FILE));
      requireSound(trial, 0);
      return swap.finish();
    } catch (IOException e) {
      throw new OperationException(
          "The copy %s cannot be put in the place of the store (%s): take another one; the store is as it was."
              .formatted(zip, e.getMessage()),
          e);
    }
  }

  /** Copies of the store in its folder, the newest first; they belong to older schemas. */
  public static List<Path> copies(Path folder) {
    try {
      return MigrationBackup.copies(folder);
    } catch (IOException e) {
      return List.of(); // the folder cannot be read, and that is said elsewhere
    }
  }
}
