package io.aisle.store;

import io.aisle.domain.data.VersionFinding;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.store.salvage.Readable;
import io.aisle.store.salvage.StoreHistory;
import io.aisle.store.salvage.StoreState;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for the state of a store's file in which the most is whole: the newest, or an older one
 * that the file still has. Confined to one thread.
 */
final class StoreSalvage {
  /** States that are read to their end; those before them are of minutes ago. */
  private static final int TRIED = 12;

  private final StoreHistory history;
  private final CancelSignal cancel;
  private final ProgressListener listener;

  /** What was found of versions whose tables are the same in several states. */
  private final Map<List<Object>, VersionFinding> seen = new HashMap<>();

  StoreSalvage(StoreHistory history, CancelSignal cancel, ProgressListener listener) {
    this.history = history;
    this.cancel = cancel;
    this.listener = listener;
  }

  /**
   * A state, and what there is in it.
   *
   * @param lost milliseconds from it to the newest that is known
   */
  record Found(StoreState state, StoreExam exam, long lost) {}

  /**
   * The best state; the newer one of equals. Versions that the newest list without damage does not
   * have any more were removed, and stay so. Empty when no state tells of any version.
   */
  Optional<Found> best() throws IOException {
    Optional<Found> best = Optional.empty();
    Optional<Found> list = Optional.empty();
    long wanted = -1;
    int tried = 0;
    for (int i = 0; i < history.size() && tried < TRIED; i++) {
      cancel.check();
      Optional<StoreState> state = history.state(i);
      if (state.isEmpty()) {
        continue;
      }
      listener.at(new Progress("examining", tried++, 0));
      StoreExam all = StoreExam.of(state.get(), this::look);
      StoreExam exam = list.map(newer -> all.only(newer.exam())).orElse(all);
      Found found = new Found(state.get(), exam, history.newest() - state.get().millis());
      if (list.isEmpty() && exam.listed(state.get())) {
        list = Optional.of(found);
      }
      if (exam.found().isEmpty()) {
        if (best.isEmpty() && !all.found().isEmpty()) {
          return list; // it is empty because all of these were removed
        }
        continue;
      }
      wanted = wanted < 0 ? exam.complete() : wanted;
      if (best.isEmpty() || better(found, best.get())) {
        best = Optional.of(found);
      }
      if (best.get().exam().whole() >= wanted && best.get().exam().damaged().isEmpty()) {
        return best;
      }
    }
    return best;
  }

  private static boolean better(Found one, Found newer) {
    return one.exam().whole() > newer.exam().whole()
        || one.exam().whole() == newer.exam().whole()
            && newer.exam().damaged().contains(VersionEntry.TABLE)
            && !one.exam().damaged().contains(VersionEntry.TABLE);
  }

  private VersionFinding look(Readable store, VersionEntry version) throws IOException {
    List<Object> key =
        Stream.concat(
                Stream.of(version, store.whole()),
                version.tables(store).stream().map(table -> table + store.place(table)))
            .toList();
    VersionFinding known = seen.get(key);
    if (known == null) {
      known = VersionCheck.of(store, version, cancel);
      seen.put(key, known);
    }
    return known;
  }
}
