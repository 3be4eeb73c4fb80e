package io.aisle.store;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A copy of the store as it was before its schema was changed, packed, in the store's folder. It
 * was opened once, so that it is known to be sound. The newest two stay; erasing a user removes
 * them, as it removes every copy of a store.
 */
final class MigrationBackup {
  private static final String NAME = "before-schema-";
  private static final String STORE = "aisle.mv.db";
  private static final int KEPT = 2;

  private final Path folder;
  private final Path zip;

  private MigrationBackup(Path folder, Path zip) {
    this.folder = folder;
    this.zip = zip;
  }

  /**
   * Writes the copy and opens it.
   *
   * @param folder of the store
   * @param schema that the store is to get
   * @throws OperationException when it cannot be written or read back; nothing was changed then
   */
  static MigrationBackup write(Session session, Path folder, int schema) throws SQLException {
    Path zip = folder.resolve(NAME + schema + ".zip");
    Path draft = folder.resolve(NAME + schema + ".part");
    Path trial = folder.resolve(NAME + "trial");
    try {
      session.update("backup to ?", draft.toString());
      Files.createDirectories(trial);
      try {
        extract(draft, trial.resolve(STORE));
        var unused = StoreBackup.check(trial);
      } finally {
        Files.deleteIfExists(trial.resolve(STORE));
        Files.deleteIfExists(trial);
      }
      Files.move(draft, zip, StandardCopyOption.REPLACE_EXISTING);
      removeOld(folder);
      return new MigrationBackup(folder, zip);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static OperationException failure(Path folder, IOException cause) {
    return new OperationException(
        "The store in %s was not changed for this program, because no copy of it could be made before (%s): see whether the disk is full."
            .formatted(folder, cause.getMessage()),
        OpeningFault.of(OpeningFault.Kind.UNWRITABLE, cause));
  }

  /** Unpacks the store that is in a copy. */
  static void extract(Path zip, Path target) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().endsWith(STORE)) {
          Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static void removeOld(Path folder) throws IOException {
    List<Path> copies = copies(folder);
    for (int i = KEPT; i < copies.size(); i++) {
      Files.delete(copies.get(i));
    }
  }

  /** All of a store, the newest first. */
  static List<Path> copies(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(NAME + "\\d+\\.zip"))
          .sorted((a, b) -> Integer.compare(schema(b), schema(a)))
          .toList();
    }
  }

  private static int schema(Path copy) {
    return Integer.parseInt(copy.getFileName().toString().replaceAll("\\D", ""));
  }

  /**
   * Makes the store what it was; to be called when nobody has it open.
   *
   * @param cause what went wrong with the migration
   */
  OperationException putBack(RuntimeException cause) {
    Path draft = folder.resolve(STORE + ".back");
    try {
      extract(zip, draft);
      Files.move(
          draft,
          folder.resolve(STORE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      cause.addSuppressed(e);
      return new OperationException(
          "The store in %s could not be changed for this program and is damaged; what it was is in %s: unpack that in its place."
              .formatted(folder, zip),
          OpeningFault.of(OpeningFault.Kind.DAMAGED, cause));
    }
    return new OperationException(
        "The store in %s could not be changed for this program and is what it was before: open it with the program that wrote it, and report the code in the log."
            .formatted(folder),
        cause);
  }
}
