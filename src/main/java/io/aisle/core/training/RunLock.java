package io.aisle.core.training;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that a run folder is being worked on, to this process and to others. The system lets go of
 * it when the process dies, however it dies.
 */
public final class RunLock implements AutoCloseable {
  private static final String FILE = "lock";

  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @throws OperationException when somebody else works on the folder
   */
  static RunLock take(RunFolder folder) {
    return take(folder.path());
  }

  /** As the other, for a folder of any kind. */
  public static RunLock take(Path folder) {
    Path file = folder.resolve(FILE);
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock != null) {
        return new RunLock(file, channel);
      }
      channel.close();
    } catch (IOException e) {
      throw Disk.failure(file, "locked", e);
    }
    throw new OperationException(
        "%s is being worked on by a running Aisle; wait for it, or choose another folder"
            .formatted(folder));
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held within this process
    }
  }

  /** Whether a file is nothing but the lock of its folder. */
  public static boolean isLockFile(Path path) {
    return path.endsWith(FILE);
  }

  /** Whether somebody works on the folder right now. */
  static boolean isHeld(RunFolder folder) {
    Path file = folder.path().resolve(FILE);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      FileLock lock = tryLock(channel);
      return lock == null;
    } catch (IOException e) {
      throw Disk.failure(file, "locked", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw Disk.failure(file, "unlocked", e);
    }
  }
}
