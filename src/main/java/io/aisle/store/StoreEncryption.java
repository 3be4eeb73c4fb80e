package io.aisle.store;

import io.aisle.domain.OperationException;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.h2.tools.ChangeFileEncryption;

/**
 * Encrypts or decrypts a store that nobody holds. The new file is written and opened beside the old
 * one and takes its place at once; until then the old one is only read.
 */
public final class StoreEncryption {
  private static final String TRIAL = "converting";
  private static final byte[] MAGIC = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);

  private StoreEncryption() {}

  /**
   * Brings the store into one form or the other; nothing when it has it already. Copies of it that
   * the program made before a change of its schema are removed, for they are in the other form.
   *
   * @param folder of the store, in a workspace whose key is known
   * @param sealed whether it is to be encrypted
   * @throws OperationException when it cannot be read, or not be written
   */
  public static void bring(Path folder, boolean sealed) {
    Path file = folder.resolve(StoreFiles.FILE);
    try {
      removeOthers(folder);
      if (Files.exists(file) && isEncrypted(file) != sealed) {
        change(folder, file, sealed);
      }
    } catch (IOException | SQLException e) {
      throw new OperationException(
          "The store in %s cannot be rewritten (%s): look at the free space; it is as it was."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static void change(Path folder, Path file, boolean sealed)
      throws IOException, SQLException {
    Path trial = Files.createDirectory(folder.resolve(TRIAL));
    Path draft = trial.resolve(StoreFiles.FILE);
    StoreFiles.same(file, draft);
    SealedFileSystem files = Sealed.of(folder).orElseThrow();
    char[] password = files.key().storePassword();
    // it writes a second file and removes the link; the file itself stays
    ChangeFileEncryption.execute(
        trial.toString(),
        StoreFiles.NAME,
        "AES",
        sealed ? null : password,
        sealed ? password : null,
        true);
    var unused = StoreBackup.check(sealed ? trial : Sealed.raw(trial));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    Files.delete(trial);
  }

  private static boolean isEncrypted(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    }
  }

  /** Leaves nothing but the store and its lock. */
  private static void removeOthers(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> others =
          all.filter(each -> !each.equals(folder))
              .filter(
                  each ->
                      !List.of(StoreFiles.FILE, "lock")
                          .contains(folder.relativize(each).toString()))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path each : others) {
        Files.delete(each);
      }
    }
  }
}
