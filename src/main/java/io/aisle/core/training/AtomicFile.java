package io.aisle.core.training;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file whole or not at all: to a neighbour, forced to disk, then renamed over it. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * @throws OperationException when the disk refuses; the old file is then untouched
   */
  public static void write(Path file, Content content) {
    writeAt(
        file,
        draft -> {
          try (FileChannel channel =
                  FileChannel.open(
                      draft,
                      StandardOpenOption.CREATE,
                      StandardOpenOption.WRITE,
                      StandardOpenOption.TRUNCATE_EXISTING);
              OutputStream out = Channels.newOutputStream(channel)) {
            content.to(out);
            out.flush();
          }
        });
  }

  /**
   * As the other, for libraries that open the file themselves.
   *
   * @throws OperationException when the disk refuses; the old file is then untouched
   */
  public static void writeAt(Path file, Maker maker) {
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try {
        maker.make(draft);
        force(draft);
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft); // gone already unless something failed or was cancelled
      }
    } catch (IOException e) {
      throw Disk.failure(file, "written", e);
    }
  }

  private static void force(Path draft) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** What goes into the file. The stream must be flushed, not closed. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** Makes a file at a path; an earlier one there is replaced. */
  @FunctionalInterface
  public interface Maker {
    void make(Path draft) throws IOException;
  }
}
