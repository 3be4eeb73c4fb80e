package io.aisle.store.sealed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The file {@code workspace.key}: the data key, wrapped under the passphrase, and how far the
 * encryption of the workspace is. It lies openly in the workspace and is of no use without the
 * passphrase.
 *
 * @param format of the file, 1
 * @param state how far it is
 * @param key the wrapped key
 */
public record WorkspaceKey(int format, State state, WrappedKey key) {
  static final String FILE = "workspace.key";

  private static final int FORMAT = 1;
  private static final JsonMapper JSON = new JsonMapper();

  /** How far the encryption of a workspace is. */
  public enum State {
    /** Files are being encrypted, or this was cut off. */
    SEALING,
    /** Every file is encrypted. */
    SEALED,
    /** Files are being decrypted, or this was cut off. */
    OPENING
  }

  /** A key file for a new passphrase. */
  public static WorkspaceKey of(DataKey key, char[] passphrase, State state) {
    return new WorkspaceKey(FORMAT, state, WrappedKey.of(key, passphrase));
  }

  /** The same with another state. */
  public WorkspaceKey in(State other) {
    return new WorkspaceKey(format, other, key);
  }

  /** The file of a workspace. */
  public static Path file(Path folder) {
    return Sealed.raw(folder).resolve(FILE);
  }

  /** Whether a folder is an encrypted workspace, or is becoming one: it has a key and a store. */
  public static boolean isIn(Path folder) {
    Path file = file(folder);
    return Files.isRegularFile(file) && Files.isDirectory(file.resolveSibling("store"));
  }

  /** The encrypted workspace in which a path of the system lies, itself included. */
  public static Optional<Path> around(Path raw) {
    Path at = raw.toAbsolutePath().normalize();
    while (at != null && !isIn(at)) {
      at = at.getParent();
    }
    return Optional.ofNullable(at);
  }

  /**
   * Reads the file of a workspace.
   *
   * @throws OperationException when it cannot be read or is none
   */
  public static WorkspaceKey read(Path folder) {
    Path file = file(folder);
    try {
      WorkspaceKey read = JSON.readValue(Files.readAllBytes(file), WorkspaceKey.class);
      if (read.format != FORMAT || read.state == null || read.key == null) {
        throw new OperationException(
            "%s was written by another version of Aisle; open the workspace with that."
                .formatted(file));
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new OperationException(
          "%s is damaged, and without it the workspace cannot be decrypted; take it from a backup."
              .formatted(file),
          e);
    } catch (IOException e) {
      throw failure(file, "read", e);
    }
  }

  /**
   * The data key.
   *
   * @param folder for the sentence
   * @throws InputException when the passphrase is another one
   */
  public DataKey unlock(char[] passphrase, Path folder) {
    return key.unwrap(passphrase)
        .orElseThrow(
            () ->
                new InputException(
                    "This is not the passphrase of the workspace %s; nothing was opened."
                        .formatted(folder)));
  }

  /** Writes the file anew, forced to the disk before it takes the place of the old one. */
  public void write(Path folder) {
    Path file = file(folder);
    Path draft = file.resolveSibling(FILE + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes =
            ByteBuffer.wrap(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
        while (bytes.hasRemaining()) {
          int unused = channel.write(bytes);
        }
        channel.force(true);
      }
      Path unused = Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      forceName(file.getParent());
    } catch (IOException e) {
      throw failure(file, "written", e);
    }
  }

  /** Nothing may be encrypted before the key is on the disk under its name. */
  private static void forceName(Path folder) {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException e) {
      return; // Windows opens no folders and writes names by itself
    }
  }

  private static OperationException failure(Path file, String what, IOException cause) {
    return new OperationException(
        "%s cannot be %s (%s): look at the free space and the permissions of its folder."
            .formatted(file, what, cause.getMessage()),
        cause);
  }
}
