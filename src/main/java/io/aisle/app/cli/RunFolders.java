package io.aisle.app.cli;

import io.aisle.core.training.RunFolder;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The runs that a command sets beside each other. */
final class RunFolders {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "Run folders; the first is the reference.")
  private List<Path> folders;

  /**
   * The runs in the order of the command line.
   *
   * @throws io.aisle.domain.InputException when a folder is not there
   */
  List<RunFolder> runs() {
    return folders.stream().map(Folders::run).toList();
  }
}
