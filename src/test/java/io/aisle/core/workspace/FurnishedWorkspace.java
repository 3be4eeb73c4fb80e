package io.aisle.core.workspace;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a furnished workspace, new for each, and of a file beside it for its backup. */
abstract class FurnishedWorkspace {
  @TempDir Path folder;
  TestWorkspace workspace;
  Path file;

  @BeforeEach
  void open() throws IOException {
    workspace = new TestWorkspace(folder.resolve("workspace")).furnished();
    file = folder.resolve("copies/backup.zip");
  }

  @AfterEach
  void close() {
    workspace.close();
  }
}
