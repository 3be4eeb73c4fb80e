package io.aisle.store;

import java.nio.file.Path;

/** The data base of a workspace. Open it once per process. Thread-safe. */
public final class Database implements AutoCloseable {
  /**
   * @throws io.aisle.domain.OperationException when another process holds it, naming its pid
   */
  public static Database open(Path folder) {
    throw new UnsupportedOperationException(folder.toString());
  }

  @Override
  public void close() {}
}
