package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.CleaningStep.Duplicates.Same;
import io.aisle.domain.job.Progress;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A process that imports the MovieLens sample, or goes on with it, says so in the middle, and waits
 * to be killed.
 */
final class ImportUnderKill {
  private ImportUnderKill() {}

  /**
   * @param arguments workspace folder, application home, and what is to be in the middle: import,
   *     clean or append
   */
  public static void main(String[] arguments) throws IOException {
    Path workspace = Path.of(arguments[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ImportPlan plan = new Samples(Path.of(arguments[1])).require("movielens-small").plan();
    try (Database database = Database.open(workspace.resolve("store"))) {
      DatasetService service = new DatasetService(database, workspace.resolve("snapshots"));
      if (arguments[2].equals("import")) {
        service.importFiles(
            plan, until(out, at -> at.phase().equals("reading") && at.fraction() > 0.7));
      } else {
        service.importFiles(plan, new TestControl());
        long version = service.require("movielens-small").id();
        if (arguments[2].equals("clean")) {
          service
              .cleaning()
              .apply(
                  version,
                  List.of(new CleaningStep.Duplicates(Same.PAIR)),
                  until(out, at -> at.phase().equals("writing") && at.done() > 0));
        } else {
          service.append(
              new AppendPlan(version, plan.files(), Optional.empty(), true),
              until(out, at -> at.phase().equals("copying") && at.done() > 0));
        }
      }
    }
    out.println("DONE");
  }

  private static JobControl until(PrintStream out, Predicate<Progress> middle) {
    return new TestControl(
        progress -> {
          if (middle.test(progress)) {
            out.println("MIDDLE");
            waitForever();
          }
          return false;
        });
  }

  private static void waitForever() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
