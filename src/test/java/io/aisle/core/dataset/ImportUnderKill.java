package io.aisle.core.dataset;

import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process that imports the MovieLens sample, says so in the middle, and waits to be killed. */
final class ImportUnderKill {
  private ImportUnderKill() {}

  /**
   * @param arguments workspace folder, application home
   */
  public static void main(String[] arguments) throws IOException {
    Path workspace = Path.of(arguments[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Database database = Database.open(workspace.resolve("store"))) {
      new DatasetService(database, workspace.resolve("snapshots"))
          .importFiles(
              new Samples(Path.of(arguments[1])).require("movielens-small").plan(),
              new TestControl(
                  progress -> {
                    if (progress.phase().equals("reading") && progress.fraction() > 0.7) {
                      out.println("MIDDLE");
                      waitForever();
                    }
                    return false;
                  }));
    }
    out.println("DONE");
  }

  private static void waitForever() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
