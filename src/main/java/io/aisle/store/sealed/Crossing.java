package io.aisle.store.sealed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;

/** Files that become encrypted, or plain, by the place to which they are copied. */
final class Crossing {
  private Crossing() {}

  /** Copies a regular file. */
  static void copy(Path from, Path to, Set<CopyOption> options) throws IOException {
    try (InputStream in = Files.newInputStream(from)) {
      long unused =
          options.contains(StandardCopyOption.REPLACE_EXISTING)
              ? Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING)
              : Files.copy(in, to);
    }
    Path unusedFile = Files.setLastModifiedTime(to, Files.getLastModifiedTime(from));
  }
}
