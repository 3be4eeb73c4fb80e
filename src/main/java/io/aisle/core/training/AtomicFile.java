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
    Path draft = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      try (FileChannel channel =
              FileChannel.open(
                  draft,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE,
                  StandardOpenOption.TRUNCATE_EXISTING);
          OutputStream out = Channels.newOutputStream(channel)) {
        content.to(out);
        out.flush();
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Disk.failure(file, "written", e);
    }
  }

  /** What goes into the file. The stream must be flushed, not closed. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }
}
