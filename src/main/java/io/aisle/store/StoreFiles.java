package io.aisle.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a store's folder. */
final class StoreFiles {
  /** What H2 calls the data base. */
  static final String NAME = "aisle";

  /** The one file of the data base. */
  static final String FILE = NAME + ".mv.db";

  private StoreFiles() {}

  /** A second name for a file; a copy, where the system knows none. */
  static void same(Path file, Path other) throws IOException {
    try {
      Files.createLink(other, file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.copy(file, other);
    }
  }

  /** Removes a folder and all in it, should it be there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
