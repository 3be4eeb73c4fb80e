package io.aisle.core.dataset;

import io.aisle.domain.data.ColumnMapping;
import java.nio.file.Path;

/** Reads mapping files (YAML). */
public final class MappingReader {
  private MappingReader() {}

  /** The part of {@link #readFile} that concerns the columns of the interaction file. */
  public static ColumnMapping read(Path yaml) {
    return readFile(yaml).mapping();
  }

  /**
   * @throws io.aisle.domain.InputException naming the file and the key
   */
  public static MappingFile readFile(Path yaml) {
    throw new UnsupportedOperationException();
  }
}
