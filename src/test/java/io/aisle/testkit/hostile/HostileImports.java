package io.aisle.testkit.hostile;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ImportSummary;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A process with a small heap that looks at each hostile file and imports it into a workspace with
 * a data set in it, and prints a line of what came of it and whether that data set is unharmed.
 */
public final class HostileImports {
  private HostileImports() {}

  /**
   * @param arguments workspace folder
   */
  public static void main(String[] arguments) throws IOException {
    Path workspace = Path.of(arguments[0]);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Database database = Database.open(workspace.resolve("store"))) {
      DatasetService service = new DatasetService(database, workspace.resolve("snapshots"));
      Path good = Files.writeString(workspace.resolve("good.csv"), HostileFile.GOOD);
      service.importFiles(plan("good", good), new TestControl());
      for (HostileFile hostile : HostileFile.all()) {
        Path file = workspace.resolve(hostile.name());
        hostile.maker().write(file);
        String outcome = outcome(service, file);
        Files.delete(file);
        out.println(hostile.name() + "\t" + harm(service) + "\t" + outcome.replace('\n', '|'));
      }
    }
    out.println("END");
  }

  private static ImportPlan plan(String dataset, Path file) {
    return ImportPlan.of(dataset, List.of(file), MappingFile.GUESS);
  }

  private static String outcome(DatasetService service, Path file) {
    try {
      var unused = service.check(plan("bad", file), new TestControl());
      ImportSummary summary = service.importFiles(plan("bad", file), new TestControl());
      service.remove(service.require("bad").id());
      return "taken=" + summary.taken() + " " + summary.refused();
    } catch (InputException e) {
      return e.getMessage();
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      return "FAILED " + e + " " + List.of(e.getStackTrace()).getFirst();
    }
  }

  private static String harm(DatasetService service) {
    boolean alone = service.versions().size() == 1;
    long id = service.require("good").id();
    return alone && service.load(id, new TestControl()).size() == 2 ? "unharmed" : "HARMED";
  }
}
