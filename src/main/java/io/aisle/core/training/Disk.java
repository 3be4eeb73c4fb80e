package io.aisle.core.training;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Sentences about the disk, and the few operations on whole folders. */
public final class Disk {
  private Disk() {}

  public static OperationException failure(Path file, String what, IOException cause) {
    String reason =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new OperationException(
        "%s cannot be %s: %s; look at the free space and the permissions of its folder"
            .formatted(file, what, reason),
        cause);
  }

  public static void createFolders(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(folder, "created", e);
    }
  }

  /** Copies the files of a folder, not its folders, into another one that is there. */
  static void copyFiles(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw failure(to, "written", e);
    }
  }

  /**
   * Makes a folder with its files, whole or not at all.
   *
   * @param content writes into the folder it is given
   */
  static void putInPlace(Path folder, Consumer<Path> content) {
    Path draft = folder.resolveSibling(folder.getFileName() + ".tmp");
    delete(draft);
    createFolders(draft);
    content.accept(draft);
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw failure(folder, "put in place at once", e);
    } catch (IOException e) {
      throw failure(folder, "written", e);
    }
  }

  /** Deletes a folder in which nothing is. */
  static void deleteIfEmpty(Path folder) {
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        return;
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw failure(folder, "deleted", e);
    }
  }

  /** Deletes a file or a folder with all that is in it; does nothing when it is not there. */
  public static void delete(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw failure(path, "deleted", e);
    } catch (UncheckedIOException e) {
      throw failure(path, "deleted", e.getCause());
    }
  }
}
