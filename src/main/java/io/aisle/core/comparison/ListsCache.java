package io.aisle.core.comparison;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.CancelSignal;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.List;

/**
 * The lists of the runs that were compared last, kept as long as memory allows: several views look
 * at the same. Thread-safe; a second reader waits for the first.
 */
final class ListsCache {
  private List<Key> keys = List.of();
  private SoftReference<StoredLists> kept = new SoftReference<>(null);

  /** A run as it was at a time. */
  private record Key(RunFolder run, Instant finished) {}

  synchronized StoredLists of(List<RunFolder> runs, CancelSignal cancel) {
    List<Key> wanted = runs.stream().map(run -> new Key(run, run.record().finished())).toList();
    StoredLists known = kept.get();
    if (known == null || !wanted.equals(keys)) {
      known = StoredLists.read(runs, cancel);
      keys = wanted;
      kept = new SoftReference<>(known);
    }
    return known;
  }
}
