package io.aisle.architecture.planted.core.dataset;

import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A planted violation. */
public final class SystemFileReader {
  private SystemFileReader() {}

  static FileReader open(String name) throws IOException {
    return new FileReader(name, StandardCharsets.UTF_8);
  }
}
