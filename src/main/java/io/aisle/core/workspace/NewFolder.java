package io.aisle.core.workspace;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder that becomes a workspace. While it is being filled a marker lies in it, so that a copy
 * that was cut off is never taken for a workspace; when the filling fails, all of it goes again.
 */
final class NewFolder {
  /** Room that is left free beside what is copied. */
  private static final long SPARE = 64L << 20;

  private NewFolder() {}

  /** Puts everything into the folder. */
  @FunctionalInterface
  interface Filling {
    void into(WorkspaceLayout layout) throws IOException;
  }

  /**
   * @throws InputException when the folder is not one that a workspace can be copied to
   */
  static void check(Path folder, long bytes) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(folder + " is a file; name a new or an empty folder.");
    }
    if (Files.isDirectory(folder) && !Trees.isEmpty(folder)) {
      throw new InputException(
          Files.exists(new WorkspaceLayout(folder).marker())
              ? "%s holds a copy that was cut off; remove the folder, or name another one."
                  .formatted(folder)
              : "%s is not empty; name a new or an empty folder, so that nothing is written over."
                  .formatted(folder));
    }
    requireRoom(folder, bytes);
  }

  /**
   * Looks whether so much can be written into a folder that may not be there yet.
   *
   * @throws InputException when it cannot be made or written, or its disk is too full
   */
  static void requireRoom(Path folder, long bytes) {
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isWritable(there)) {
      throw new InputException(
          "%s cannot be written; name a folder in a place of your own.".formatted(folder));
    }
    try {
      FileStore disk = Files.getFileStore(there);
      if (disk.getUsableSpace() < bytes + SPARE) {
        throw new InputException(
            "%s has %,d MB free and %,d MB are needed; name a folder on another disk."
                .formatted(folder, disk.getUsableSpace() >> 20, (bytes + SPARE) >> 20));
      }
    } catch (IOException e) {
      throw Trees.failure(there, "read", e);
    }
  }

  /** Fills a folder that {@link #check} has passed; on any failure nothing of it is left. */
  static void fill(Path folder, Filling filling) {
    WorkspaceLayout layout = new WorkspaceLayout(folder);
    boolean existed = Files.exists(layout.folder());
    Trees.createFolders(layout.folder());
    boolean done = false;
    try {
      Files.createFile(layout.marker());
      filling.into(layout);
      Files.delete(layout.marker());
      done = true;
    } catch (IOException e) {
      throw Trees.failure(layout.folder(), "written", e);
    } finally {
      if (!done) {
        empty(layout, existed);
      }
    }
  }

  /** The marker goes last. */
  private static void empty(WorkspaceLayout layout, boolean keep) {
    layout.all().forEach(Trees::delete);
    Trees.delete(layout.marker());
    if (!keep) {
      Trees.delete(layout.folder());
    }
  }
}
