package io.aisle.core.erasure;

import io.aisle.core.training.Disk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files below a folder. */
final class Tree {
  private Tree() {}

  /** In the order of their names; none when there is no folder. */
  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw Disk.failure(folder, "read", e);
    } catch (UncheckedIOException e) {
      throw Disk.failure(folder, "read", e.getCause());
    }
  }
}
