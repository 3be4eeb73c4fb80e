package io.aisle.app.cli;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Run folders as they are named on a command line. */
final class Folders {
  private Folders() {}

  /**
   * @throws InputException when there is no such folder
   */
  static RunFolder run(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "%s is no folder; name a folder that 'aisle run --out' wrote".formatted(folder));
    }
    return new RunFolder(folder);
  }

  /**
   * A run that has a model to ask.
   *
   * @throws InputException when its lists were imported
   */
  static RunFolder withModel(Path folder) {
    RunFolder run = run(folder);
    if (!run.record().answers()) {
      throw new InputException(
          "%s holds lists that another system made, so there is no model to ask; the lists stand in %s"
              .formatted(folder, run.topFile()));
    }
    return run;
  }
}
