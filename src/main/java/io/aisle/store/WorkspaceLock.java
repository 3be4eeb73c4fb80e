package io.aisle.store;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process out of a store and tells it who is in. The system frees the lock when its
 * holder dies, however it dies.
 */
public final class WorkspaceLock implements AutoCloseable {
  /** Far behind the text: on Windows a locked byte cannot be read by others. */
  private static final long LOCKED_BYTE = 1L << 40;

  private final FileChannel channel;

  private WorkspaceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a store.
   *
   * @param folder of the store, which must be there
   * @throws OperationException naming the process that has it
   */
  public static WorkspaceLock acquire(Path folder) {
    Path file = folder.resolve("lock");
    FileChannel channel = null;
    boolean held = false;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        String process = holder(file);
        throw new OperationException(
            "The workspace %s is in use by another Aisle (process %s): close it, or choose another folder with --workspace."
                .formatted(folder.getParent(), process),
            OpeningFault.held(process));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
          0);
      held = true;
      return new WorkspaceLock(channel);
    } catch (IOException e) {
      throw new OperationException(
          "The workspace folder %s cannot be written (%s): check its permissions or choose another with --workspace."
              .formatted(folder, e.getMessage()),
          OpeningFault.of(OpeningFault.Kind.UNWRITABLE, e));
    } finally {
      if (!held) {
        closeQuietly(channel);
      }
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String holder(Path file) throws IOException {
    String pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
    return pid.isEmpty() ? "unknown" : pid;
  }

  private static void closeQuietly(FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new OperationException("The workspace lock could not be given back.", e);
      }
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
