package io.aisle.store.sealed;

import io.aisle.domain.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Encrypted workspaces as paths: whoever turns a text or a path of the system into a path of the
 * workspace does it here. Thread-safe.
 */
public final class Sealed {
  private Sealed() {}

  /**
   * Makes what lies below a folder readable in this process.
   *
   * @param root of the workspace
   * @param key asked for when it is first needed; it may refuse by an exception
   */
  public static SealedFileSystem mount(Path root, Supplier<DataKey> key) {
    return SealedProvider.installed().mount(raw(root).toAbsolutePath().normalize(), key);
  }

  /** The path with that name; one that decrypts, where it lies in a workspace that is open. */
  public static Path path(String name) {
    return path(Path.of(name));
  }

  /** As {@link #path(String)}. */
  public static Path path(Path any) {
    if (any instanceof SealedPath) {
      return any;
    }
    return SealedProvider.installed()
        .around(any)
        .<Path>map(files -> new SealedPath(files, any))
        .orElse(any);
  }

  /** The path of the system: what is read from it is what stands on the disk. */
  public static Path raw(Path any) {
    return SealedPath.raw(any);
  }

  /**
   * The file of a path, for what works with files of the system alone.
   *
   * @throws InputException when it is encrypted, so that nothing could be made of its bytes
   */
  public static File file(Path any) {
    if (isSealed(any)) {
      throw new InputException(
          any
              + " lies in an encrypted workspace, where only Aisle's own files are: name a file"
              + " outside of it.");
    }
    return raw(any).toFile();
  }

  /** Whether what stands in a file on the disk is in the form of this package. */
  public static boolean isEncrypted(Path file) throws IOException {
    try (FileChannel disk = FileChannel.open(raw(file))) {
      return SealedBlocks.isSealed(disk);
    }
  }

  /** Whether what is read from a path is decrypted. */
  public static boolean isSealed(Path any) {
    return any instanceof SealedPath sealed
        && sealed.getFileSystem() instanceof SealedFileSystem files
        && files.seals(sealed.raw());
  }

  /** The encrypted workspaces that are open and whose key is known. */
  public static List<SealedFileSystem> unlocked() {
    return SealedProvider.installed().mounted().stream()
        .filter(SealedFileSystem::unlocked)
        .toList();
  }

  /** The encrypted workspace that a path belongs to. */
  public static Optional<SealedFileSystem> of(Path any) {
    return any.getFileSystem() instanceof SealedFileSystem files
        ? Optional.of(files)
        : Optional.empty();
  }
}
