package io.aisle.testkit.large;

import com.sun.management.OperatingSystemMXBean;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.job.Progress;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Imports a file, and lets H2 read the same file with {@code CREATE TABLE AS SELECT * FROM
 * CSVREAD}, each in a process of its own with a heap of 1 GB, one after the other; prints clock,
 * processor time, memory and the size of what was stored.
 */
public final class ImportRace {
  private static final String MAIN = ImportRace.class.getName();

  private ImportRace() {}

  /**
   * @param arguments FILE FOLDER [aisle|csvread ...]: the folder is filled; both legs when none is
   *     named. With {@code leg} in front it is one leg, in this process.
   */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    if (arguments[0].equals("leg")) {
      leg(arguments[1], Path.of(arguments[2]), Path.of(arguments[3]));
      return;
    }
    Path file = Path.of(arguments[0]);
    Path folder = Path.of(arguments[1]);
    List<String> legs =
        arguments.length > 2
            ? List.of(arguments).subList(2, arguments.length)
            : List.of("csvread", "aisle");
    System.out.printf(Locale.ROOT, "%s: %,d bytes%n", file, Files.size(file));
    for (String leg : legs) {
      Path own = folder.resolve(leg);
      Files.createDirectories(own);
      int exit = Child.java("-Xmx1g", MAIN, "leg", leg, file.toString(), own.toString()).waitFor();
      if (exit != 0) {
        throw new IllegalStateException("the leg " + leg + " ended with " + exit);
      }
    }
  }

  private static void leg(String name, Path file, Path folder) throws IOException, SQLException {
    long began = System.nanoTime();
    if (name.equals("csvread")) {
      csvread(file, folder);
    } else {
      aisle(file, folder);
    }
    System.out.printf(
        Locale.ROOT, "%-8s stored in %,d bytes after compaction%n", name, bytes(folder));
    say(name, "all", began);
  }

  private static void csvread(Path file, Path folder) throws SQLException {
    long began = System.nanoTime();
    try (var connection =
            DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("race").toAbsolutePath());
        var statement = connection.createStatement()) {
      statement.execute("create table t as select * from csvread('%s')".formatted(file));
      statement.execute("checkpoint sync");
      say("csvread", "queryable", began);
      statement.execute("shutdown compact");
    }
  }

  private static void aisle(Path file, Path folder) {
    long began = System.nanoTime();
    long[] last = {began};
    String[] phase = {""};
    try (Database database = Database.open(folder.resolve("store"))) {
      TestControl control =
          new TestControl(
              progress -> {
                phase(phase, last, progress);
                return false;
              });
      ImportSummary summary =
          new DatasetService(database, folder.resolve("snapshots"))
              .importFiles(
                  new ImportPlan(
                      "large",
                      List.of(file),
                      ColumnMapping.GUESS,
                      Optional.empty(),
                      Optional.empty(),
                      ""),
                  control);
      say("aisle", phase[0], last[0]);
      say("aisle", "queryable", began);
      System.out.println("         " + summary);
      last[0] = System.nanoTime();
    }
    say("aisle", "close", last[0]);
  }

  private static void phase(String[] phase, long[] since, Progress progress) {
    if (!progress.phase().equals(phase[0])) {
      say("aisle", phase[0], since[0]);
      phase[0] = progress.phase();
      since[0] = System.nanoTime();
    }
  }

  private static void say(String leg, String what, long since) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.printf(
        Locale.ROOT,
        "%-8s %-10s %6.1f s; process so far: cpu %6.1f s, load %.1f, resident at most %s%n",
        leg,
        what,
        (System.nanoTime() - since) / 1e9,
        system.getProcessCpuTime() / 1e9,
        system.getSystemLoadAverage(),
        Child.residentPeak());
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".mv.db"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }
}
