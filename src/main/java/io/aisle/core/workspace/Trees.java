package io.aisle.core.workspace;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Whole folders: what is in them, how large they are, their removal; and streams with a digest. */
final class Trees {
  private static final int BLOCK = 1 << 20;

  private Trees() {}

  /** The regular files below a folder, or the file itself, in the order of their names. */
  static List<Path> files(Path root) {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw failure(root, "read", e);
    } catch (UncheckedIOException e) {
      throw failure(root, "read", e.getCause());
    }
  }

  /** What stands directly in a folder, in the order of the names. */
  static List<Path> list(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      return content.sorted().toList();
    } catch (IOException e) {
      throw failure(folder, "read", e);
    }
  }

  /** Bytes of a file; 0 when it has just gone. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw failure(file, "read", e);
    }
  }

  /** When a file was last written. */
  static Instant time(Path file) {
    try {
      return Files.getLastModifiedTime(file).toInstant();
    } catch (IOException e) {
      throw failure(file, "read", e);
    }
  }

  static long total(List<Path> files) {
    return files.stream().mapToLong(Trees::size).sum();
  }

  static boolean isEmpty(Path folder) {
    return list(folder).isEmpty();
  }

  /** Deletes a file or a folder with all that is in it; nothing when it is not there. */
  static void delete(Path root) {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw failure(root, "deleted", e);
    } catch (UncheckedIOException e) {
      throw failure(root, "deleted", e.getCause());
    }
  }

  /** Sees to it that a file is on the disk, whatever happens to the power. */
  static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  static void createFolders(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(folder, "made", e);
    }
  }

  static OperationException failure(Path file, String what, IOException cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new OperationException(
        "%s cannot be %s (%s): look at the free space and the permissions of its folder."
            .formatted(file, what, reason),
        cause);
  }

  /** Is told of each block that was moved. */
  @FunctionalInterface
  interface Moved {
    void bytes(long count);
  }

  /**
   * Copies a stream to its end.
   *
   * @return SHA-256 of what went through, hex
   */
  static String pump(InputStream in, OutputStream out, Moved moved) throws IOException {
    MessageDigest digest = sha256();
    byte[] block = new byte[BLOCK];
    for (int read = in.read(block); read >= 0; read = in.read(block)) {
      digest.update(block, 0, read);
      out.write(block, 0, read);
      moved.bytes(read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
