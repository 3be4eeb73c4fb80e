package io.aisle.store.sealed;

import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/**
 * How an encrypted file is opened.
 *
 * @param disk how the file beneath is opened: always for reading, for a page is changed by reading
 *     it first, and never for appending, since the last page is written again
 */
record SealedOptions(boolean read, boolean write, boolean append, Set<OpenOption> disk) {
  /**
   * @throws IllegalArgumentException as the system's own file system does
   */
  static SealedOptions of(Set<? extends OpenOption> wanted) {
    boolean append = wanted.contains(StandardOpenOption.APPEND);
    boolean write = append || wanted.contains(StandardOpenOption.WRITE);
    boolean read = wanted.contains(StandardOpenOption.READ) || !write;
    if (append && (read || wanted.contains(StandardOpenOption.TRUNCATE_EXISTING))) {
      throw new IllegalArgumentException("APPEND with READ or TRUNCATE_EXISTING is not allowed");
    }
    Set<OpenOption> disk = new HashSet<>(wanted);
    disk.remove(StandardOpenOption.APPEND);
    disk.add(StandardOpenOption.READ);
    if (write) {
      disk.add(StandardOpenOption.WRITE);
    }
    return new SealedOptions(read, write, append, disk);
  }
}
