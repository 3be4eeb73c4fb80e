package io.aisle.core.dataset.privacy;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.store.sealed.Sealed;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Files that hold a key: the whole file is the key, without white space at its end. One that is
 * made here holds 256 random bits as hexadecimal digits, and only its owner can read it.
 */
public final class KeyFile {
  private static final int FEWEST = 16;
  private static final long MOST = 1 << 16;
  private static final int BYTES = 32;

  private KeyFile() {}

  /**
   * The key of a file.
   *
   * @throws InputException when it cannot be read, or is too short to be a secret
   */
  public static byte[] read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST) {
        throw new InputException(
            "%s is no key file: name a file of 16 to 65,536 bytes.".formatted(file));
      }
      byte[] bytes = Files.readAllBytes(file);
      int end = bytes.length;
      while (end > 0 && Character.isWhitespace(bytes[end - 1])) {
        end--;
      }
      if (end < FEWEST) {
        throw new InputException(
            "The key in %s is shorter than 16 bytes, so that it could be guessed: make a longer one."
                .formatted(file));
      }
      return Arrays.copyOf(bytes, end);
    } catch (IOException e) {
      throw new InputException(
          "The key file %s cannot be read (%s): check its permissions."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** The key of a file, which is made with a new one when it is not there. */
  public static byte[] readOrMake(Path file) {
    if (!Files.exists(file)) {
      make(file);
    }
    return read(file);
  }

  private static void make(Path file) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owner =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          Files.newByteChannel(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
        if (!posix) {
          onlyOwner(file);
        }
        channel.write(
            ByteBuffer.wrap(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII)));
      }
    } catch (FileAlreadyExistsException e) {
      return; // somebody made it just now, and it is as good
    } catch (IOException e) {
      throw new OperationException(
          "The key file %s cannot be made (%s): check the permissions of its folder."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void onlyOwner(Path file) throws IOException {
    File old = Sealed.file(Sealed.raw(file));
    boolean done =
        old.setReadable(false, false)
            && old.setReadable(true, true)
            && old.setWritable(false, false)
            && old.setWritable(true, true);
    if (!done) {
      throw new IOException("the system does not let others be kept from it");
    }
  }
}
