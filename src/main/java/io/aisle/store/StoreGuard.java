package io.aisle.store;

import io.aisle.domain.OperationException;
import io.aisle.store.salvage.ClosedFile;
import io.aisle.store.salvage.StoreFile;
import io.aisle.store.sealed.Sealed;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.mvstore.MVStoreException;

/**
 * Keeps the data base from opening a file that has lost something as if it were an older one, or a
 * new one, which would then be written over.
 */
final class StoreGuard {
  /** A smaller file may be one in which the first tables were being made. */
  private static final long BEGUN = 256 << 10;

  private StoreGuard() {}

  /**
   * @param folder of a store that nobody holds; there need be none in it
   * @throws OperationException when something is missing
   */
  static void check(Path folder) {
    Path file = folder.resolve(StoreFiles.FILE);
    try {
      StoreSwap.removeLeftovers(folder);
      if (Files.exists(file)) {
        require(Files.size(file) > 0, folder, "its file is empty");
        check(folder, file);
      }
    } catch (IOException e) {
      throw StoreDamage.failure(folder, e);
    } catch (MVStoreException e) {
      throw StoreDamage.atStart(folder, e);
    }
  }

  private static void check(Path folder, Path file) throws IOException {
    Optional<char[]> password = password(folder);
    try (StoreFile bytes = StoreFile.open(file, password)) {
      require(bytes.size() > 0, folder, "the beginning of its file is missing");
      Optional<ClosedFile> header = ClosedFile.of(bytes);
      if (header.isEmpty()) {
        return; // the data base says so
      }
      if (header.get().closed()) {
        require(header.get().whole(), folder, "a part of its file is missing");
      } else if (bytes.size() > BEGUN) {
        require(tables(folder), folder, "of what is in its file nothing can be found");
      }
    }
  }

  /** The file password of a store in an encrypted workspace. */
  static Optional<char[]> password(Path folder) {
    return Sealed.of(folder).map(files -> files.key().storePassword());
  }

  private static boolean tables(Path folder) throws IOException {
    try (OpenTables store = OpenTables.of(folder)) {
      return !store.tables().isEmpty();
    } catch (SQLException e) {
      return true; // the data base says so
    }
  }

  private static void require(boolean sound, Path folder, String what) {
    if (!sound) {
      throw StoreDamage.atStart(folder, new EOFException(what));
    }
  }
}
