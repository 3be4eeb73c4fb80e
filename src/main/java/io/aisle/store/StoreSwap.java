package io.aisle.store;

import io.aisle.store.sealed.Sealed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Puts a store that was made beside another one in its place. The other is kept under a name with
 * the time; at no moment is there none. Whoever calls holds the lock of the store.
 *
 * @param folder of the store
 */
record StoreSwap(Path folder, InstantSource clock) implements AutoCloseable {
  /** Where the new store is made, in the folder of the store. */
  private static final String TRIAL = "repairing";

  private static final String KEPT = "damaged-";
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** Makes the empty folder in which the new store is made. */
  Path begin() throws IOException {
    removeLeftovers(folder);
    return Files.createDirectory(folder.resolve(TRIAL));
  }

  /** Exchanges the two, which nobody has open; where the other store is kept. */
  Path finish() throws IOException {
    Path file = folder.resolve(StoreFiles.FILE);
    Path fresh = folder.resolve(TRIAL).resolve(StoreFiles.FILE);
    try (FileChannel disk = FileChannel.open(Sealed.raw(fresh), StandardOpenOption.WRITE)) {
      disk.force(true);
    }
    Path kept = kept();
    StoreFiles.same(file, kept);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return kept;
  }

  private Path kept() {
    String name = KEPT + NAME.format(clock.instant().atOffset(ZoneOffset.UTC));
    Path kept = folder.resolve(name + ".mv.db");
    for (int i = 2; Files.exists(kept); i++) {
      kept = folder.resolve("%s-%d.mv.db".formatted(name, i));
    }
    return kept;
  }

  /** Removes what was being made when the program was killed. */
  static void removeLeftovers(Path folder) throws IOException {
    StoreFiles.remove(folder.resolve(TRIAL));
  }

  @Override
  public void close() throws IOException {
    removeLeftovers(folder);
  }
}
