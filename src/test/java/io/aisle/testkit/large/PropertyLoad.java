package io.aisle.testkit.large;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.training.KnownFeatures;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.job.Progress;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Imports {@link LargeProperties} in a process of its own with a heap of 1 GB, alone or beside
 * events, and prints clock, memory and the size of what was stored.
 */
public final class PropertyLoad {
  private static final String MAIN = PropertyLoad.class.getName();

  private PropertyLoad() {}

  /**
   * @param arguments FOLDER ROWS [EVENTS]: the folder is filled; with a number of events these are
   *     made too, of items half of which have properties. With {@code leg} in front it is the
   *     import, in this process.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments[0].equals("leg")) {
      load(
          Path.of(arguments[1]),
          IntStream.range(2, arguments.length).mapToObj(i -> Path.of(arguments[i])).toList());
      return;
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    List<Path> files =
        new ArrayList<>(
            List.of(
                folder.resolve("item_properties_part1.csv"),
                folder.resolve("item_properties_part2.csv")));
    LargeProperties.write(files, Long.parseLong(arguments[1]), 1);
    if (arguments.length > 2) {
      files.addFirst(folder.resolve("events.csv"));
      LargeData.write(
          files.getFirst(),
          Long.parseLong(arguments[2]),
          1,
          Path.of(System.getProperty("aisle.home")));
    }
    List<String> leg = new ArrayList<>(List.of("leg", folder.resolve("work").toString()));
    files.forEach(file -> leg.add(file.toString()));
    int exit = Child.java("-Xmx1g", MAIN, leg.toArray(String[]::new)).waitFor();
    if (exit != 0) {
      throw new IllegalStateException("the import ended with " + exit);
    }
  }

  private static void load(Path work, List<Path> files) throws IOException {
    long began = System.nanoTime();
    long[] since = {began};
    String[] phase = {""};
    for (Path file : files) {
      System.out.printf(Locale.ROOT, "%s: %,d bytes%n", file.getFileName(), Files.size(file));
    }
    Files.createDirectories(work);
    try (Database database = Database.open(work.resolve("store"))) {
      TestControl control =
          new TestControl(
              progress -> {
                phase(phase, since, progress);
                return false;
              });
      DatasetService service = new DatasetService(database, work.resolve("snapshots"));
      ImportSummary summary =
          service.importFiles(ImportPlan.of("large", files, MappingFile.GUESS), control);
      say(phase[0], since[0]);
      say("all", began);
      System.out.println(summary);
      look(service, control);
    }
    say("closed", began);
    try (Stream<Path> stored = Files.walk(work)) {
      System.out.printf(
          Locale.ROOT,
          "stored in %,d bytes%n",
          stored
              .filter(file -> file.toString().endsWith(".mv.db"))
              .mapToLong(file -> file.toFile().length())
              .sum());
    }
  }

  /** What choosing the data set for a training, and its features, take. */
  private static void look(DatasetService service, TestControl control) {
    DatasetVersion version = service.require("large");
    long began = System.nanoTime();
    int names = service.attributes().itemNames(version, control).size();
    say(names + " names", began);
    if (version.trainable()) {
      EventTable events = service.load(version.id(), control);
      began = System.nanoTime();
      int features =
          KnownFeatures.of(service.attributes(version.id()), events, events.catalogue())
              .item()
              .size();
      say(features + " features", began);
    }
  }

  private static void phase(String[] phase, long[] since, Progress progress) {
    if (!progress.phase().equals(phase[0])) {
      say(phase[0], since[0]);
      phase[0] = progress.phase();
      since[0] = System.nanoTime();
    }
  }

  private static void say(String what, long since) {
    System.out.printf(
        Locale.ROOT,
        "%-18s %6.1f s, resident at most %s%n",
        what,
        (System.nanoTime() - since) / 1e9,
        Child.residentPeak());
  }
}
