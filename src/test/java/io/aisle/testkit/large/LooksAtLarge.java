package io.aisle.testkit.large;

import com.sun.management.OperatingSystemMXBean;
import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventColumn;
import io.aisle.domain.data.EventSort;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.Database;
import io.aisle.store.Events;
import io.aisle.store.Snapshot;
import io.aisle.store.SnapshotBuilder;
import io.aisle.store.SnapshotColumn;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Measures what is done with a large version that {@link ImportRace} has left: its snapshot built
 * anew and opened, random pages in the order of the file and of each column.
 */
public final class LooksAtLarge {
  private static final int PAGE = 200;
  private static final int PAGES = 100;

  private LooksAtLarge() {}

  /** Does something that is timed. */
  private interface Work {
    void run() throws IOException;
  }

  /**
   * @param arguments FOLDER of the leg "aisle" of the race
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).resolve("aisle");
    try (Database database = Database.open(folder.resolve("store"))) {
      DatasetService service = new DatasetService(database, folder.resolve("snapshots"));
      DatasetVersion version = service.versions().getFirst();
      Path snapshot = folder.resolve("snapshots").resolve(version.id() + ".snapshot");
      Path again = folder.resolve("again.snapshot");
      time(
          "snapshot from the store",
          () ->
              new SnapshotBuilder(new Events(database))
                  .build(version.id(), version.events(), again, CancelSignal.NEVER));
      Files.delete(again);
      for (int i = 0; i < 3; i++) {
        time(
            "open the snapshot",
            () -> open(snapshot, version, EnumSet.noneOf(SnapshotColumn.class)));
      }
      time(
          "open it, index of users checked",
          () ->
              open(
                  snapshot,
                  version,
                  EnumSet.of(SnapshotColumn.USER_OFFSETS, SnapshotColumn.USER_EVENTS)));
      time(
          "open it, every column checked",
          () -> open(snapshot, version, EnumSet.allOf(SnapshotColumn.class)));
      pages(
          "order of the file",
          version,
          from -> service.rows().events(version.id(), from + 1, PAGE));
      for (EventColumn column : EventColumn.values()) {
        time(
            "sort by " + column.id(),
            () -> service.rows().sort(version.id(), column, new TestControl()));
        EventSort sort = new EventSort(column, true);
        pages(
            "order of " + column.id(),
            version,
            from -> service.rows().events(version.id(), sort, from, PAGE));
      }
    }
  }

  private static void open(Path file, DatasetVersion version, EnumSet<SnapshotColumn> needed)
      throws IOException {
    Snapshot.open(file, version.fingerprint(), needed).orElseThrow().close();
  }

  private static void time(String what, Work work) throws IOException {
    long began = System.nanoTime();
    long used = processorTime();
    work.run();
    System.out.printf(
        Locale.ROOT,
        "%-32s %9.1f ms, processor %9.1f ms%n",
        what,
        (System.nanoTime() - began) / 1e6,
        (processorTime() - used) / 1e6);
  }

  private static long processorTime() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Reads a page at a place. */
  private interface Pages {
    Object read(long from);
  }

  private static void pages(String what, DatasetVersion version, Pages pages) {
    SplittableRandom random = new SplittableRandom(1);
    double[] millis = new double[PAGES];
    for (int i = 0; i < PAGES; i++) {
      long began = System.nanoTime();
      var unused = pages.read(random.nextLong(version.events() - PAGE));
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    double first = millis[0];
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%-32s first %.0f ms, median %.1f ms, 95 %% %.0f ms, longest %.0f ms%n",
        "  pages, " + what,
        first,
        millis[PAGES / 2],
        millis[PAGES * 95 / 100],
        millis[PAGES - 1]);
  }
}
