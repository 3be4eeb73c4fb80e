package io.aisle.core.dataset;

import java.nio.file.Path;
import java.util.List;

/** The bundled data sets: folders below {@code sample-datasets} of the application home. */
public final class Samples {
  private final Path folder;

  /**
   * @param home the application home, the folder that holds {@code sample-datasets}
   */
  public Samples(Path home) {
    this.folder = home.resolve("sample-datasets");
  }

  /** In the order of their names; empty when the folder is missing. */
  public List<Sample> list() {
    throw new UnsupportedOperationException(folder.toString());
  }

  /**
   * @throws io.aisle.domain.InputException naming the samples there are
   */
  public Sample require(String name) {
    throw new UnsupportedOperationException(name);
  }
}
