package io.aisle.core.comparison;

import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values of single users of runs that were looked at, kept as long as memory allows: another
 * reference or metric asks for the same. Thread-safe.
 */
final class TableCache {
  private final Map<RunFolder, Kept> kept = new ConcurrentHashMap<>();

  /** A table as its file was at a time. */
  private record Kept(FileTime changed, long bytes, SoftReference<PerUserTable> table) {}

  /**
   * The tables in the order of the runs.
   *
   * @param cancel looked at between tables
   * @throws io.aisle.domain.InputException when a table is missing or damaged
   */
  List<PerUserTable> of(List<RunFolder> runs, Parallel parallel, CancelSignal cancel) {
    PerUserTable[] tables = new PerUserTable[runs.size()];
    parallel.forRange(
        0,
        tables.length,
        1,
        (from, to, worker) -> {
          for (int run = from; run < to; run++) {
            cancel.check();
            tables[run] = of(runs.get(run));
          }
        });
    return Arrays.asList(tables);
  }

  private PerUserTable of(RunFolder run) {
    Optional<Kept> now = now(run);
    Kept known = kept.get(run);
    PerUserTable table =
        known != null
                && now.isPresent()
                && known.changed().equals(now.get().changed())
                && known.bytes() == now.get().bytes()
            ? known.table().get()
            : null;
    if (table != null) {
      return table;
    }
    PerUserTable read = run.perUser();
    now.ifPresent(
        file -> kept.put(run, new Kept(file.changed(), file.bytes(), new SoftReference<>(read))));
    return read;
  }

  /** Empty when there is no such file; reading it then says so. */
  private static Optional<Kept> now(RunFolder run) {
    try {
      return Optional.of(
          new Kept(
              Files.getLastModifiedTime(run.perUserFile()),
              Files.size(run.perUserFile()),
              new SoftReference<>(null)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
