package io.aisle.core.dataset;

import io.aisle.core.dataset.profile.DatasetProfile;
import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.dataset.profile.EventIndex;
import io.aisle.core.dataset.profile.EventSelection;
import io.aisle.core.dataset.profile.Quality;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.Events;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Looks at the events of a version. The columns of the version that was looked at last stay in
 * memory as long as there is room. Every method blocks; thread-safe.
 */
final class DatasetLooks {
  private final Events events;
  private final Kept<DatasetProfile> profiles = new Kept<>();
  private final Kept<List<QualityCheck>> qualities = new Kept<>();
  private SoftReference<EventIndex> latest = new SoftReference<>(null);

  DatasetLooks(Events events) {
    this.events = events;
  }

  /** How the columns of a version are loaded. */
  @FunctionalInterface
  interface Loader {
    EventTable load();
  }

  private synchronized EventIndex index(
      DatasetVersion version, Loader loader, CancelSignal cancel) {
    EventIndex known = latest.get();
    if (known != null && known.version().id() == version.id()) {
      return known;
    }
    EventTable table = loader.load();
    EventIndex made =
        EventIndex.of(
            version,
            table,
            sessions(version, table.size(), cancel),
            events.otherTitles(version.id()));
    latest = new SoftReference<>(made);
    return made;
  }

  /** Numbers of sessions, which snapshots do not hold. */
  private int[] sessions(DatasetVersion version, int size, CancelSignal cancel) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] sessions = new int[size];
    int[] at = {0};
    events.sessions(
        version.id(),
        size,
        cancel,
        session ->
            sessions[at[0]++] =
                session == null ? -1 : numbers.computeIfAbsent(session, each -> numbers.size()));
    return numbers.isEmpty() ? new int[0] : sessions;
  }

  DatasetProfile profile(DatasetVersion version, Loader loader, CancelSignal cancel) {
    return profiles.get(
        version.id(), () -> DatasetProfile.of(index(version, loader, cancel), cancel));
  }

  List<QualityCheck> quality(DatasetVersion version, Loader loader, CancelSignal cancel) {
    return qualities.get(version.id(), () -> Quality.of(index(version, loader, cancel), cancel));
  }

  EventSelection select(
      DatasetVersion version, List<EventFilter> filters, Loader loader, CancelSignal cancel) {
    return EventSelection.of(index(version, loader, cancel), filters, cancel);
  }

  /** Small results of the versions that were looked at last. */
  private static final class Kept<T> {
    private static final int MOST = 16;
    private final Map<Long, T> results = new LinkedHashMap<>();

    T get(long version, Supplier<T> make) {
      synchronized (results) {
        T known = results.get(version);
        if (known != null) {
          return known;
        }
      }
      T made = make.get();
      synchronized (results) {
        results.put(version, made);
        if (results.size() > MOST) {
          results.remove(results.keySet().iterator().next());
        }
      }
      return made;
    }

    void forget(long version) {
      synchronized (results) {
        results.remove(version);
      }
    }
  }

  synchronized void forget(long version) {
    profiles.forget(version);
    qualities.forget(version);
    EventIndex known = latest.get();
    if (known != null && known.version().id() == version) {
      latest.clear();
    }
  }
}
