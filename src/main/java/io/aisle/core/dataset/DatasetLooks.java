package io.aisle.core.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.dataset.profile.EventIndex;
import io.aisle.core.dataset.profile.EventSelection;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.Quality;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.Events;
import io.aisle.store.Knowledge;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks at the events of a version. The columns of the version that was looked at last stay in
 * memory as long as there is room. Every method blocks; thread-safe.
 */
final class DatasetLooks {
  private final Events events;
  private final Knowledge knowledge;
  private final SessionColumn column;
  private final IntSupplier leastGroup;
  private final Kept<Part, ProfilePart> parts = new Kept<>(16 * Statistic.values().length);
  private final Kept<Long, List<QualityCheck>> qualities = new Kept<>(16);
  private SoftReference<EventIndex> latest = new SoftReference<>(null);

  /**
   * @param leastGroup users that stand behind each figure that is shown; asked each time
   */
  DatasetLooks(Events events, Knowledge knowledge, SessionColumn column, IntSupplier leastGroup) {
    this.leastGroup = leastGroup;
    this.column = column;
    this.events = events;
    this.knowledge = knowledge;
  }

  private record Part(long version, Statistic statistic, int least) {}

  /** How the columns of a version are loaded. */
  @FunctionalInterface
  interface Loader {
    EventTable load();
  }

  private synchronized EventIndex index(DatasetVersion version, Loader loader) {
    EventIndex known = latest.get();
    if (known != null && known.version().id() == version.id()) {
      return known;
    }
    EventTable table = loader.load();
    EventIndex made =
        EventIndex.of(
            version,
            table,
            signal -> sessions(version, table.size(), signal),
            events.otherTitles(version.id()));
    latest = new SoftReference<>(made);
    return made;
  }

  /** Numbers of sessions, which snapshots do not hold; told apart by a hash of 64 bits. */
  private int[] sessions(DatasetVersion version, int size, CancelSignal cancel) {
    if (!column.possible(version)) {
      return new int[0];
    }
    Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    numbers.defaultReturnValue(-1);
    int[] sessions = new int[size];
    int[] at = {0};
    events.sessions(
        version.id(),
        size,
        cancel,
        session -> sessions[at[0]++] = session == null ? -1 : number(numbers, RowHash.of(session)));
    return numbers.isEmpty() ? new int[0] : sessions;
  }

  private static int number(Long2IntOpenHashMap numbers, long session) {
    int known = numbers.putIfAbsent(session, numbers.size());
    return known < 0 ? numbers.size() - 1 : known;
  }

  ProfilePart statistic(
      DatasetVersion version, Statistic wanted, Loader loader, CancelSignal cancel) {
    int least = leastGroup.getAsInt();
    return parts.get(
        new Part(version.id(), wanted, least),
        () -> wanted.of(index(version, loader), least, cancel));
  }

  List<QualityCheck> quality(DatasetVersion version, Loader loader, CancelSignal cancel) {
    return qualities.get(
        version.id(),
        () -> Quality.of(index(version, loader), knowledge.unjoined(version.id()), cancel));
  }

  EventSelection select(
      DatasetVersion version, List<EventFilter> filters, Loader loader, CancelSignal cancel) {
    return EventSelection.of(index(version, loader), filters, leastGroup.getAsInt(), cancel);
  }

  /** Small results of the versions that were looked at last. */
  private static final class Kept<K, T> {
    private final int most;
    private final Map<K, T> results = new LinkedHashMap<>();

    Kept(int most) {
      this.most = most;
    }

    T get(K key, Supplier<T> make) {
      synchronized (results) {
        T known = results.get(key);
        if (known != null) {
          return known;
        }
      }
      T made = make.get();
      synchronized (results) {
        results.put(key, made);
        if (results.size() > most) {
          results.remove(results.keySet().iterator().next());
        }
      }
      return made;
    }

    void forget(Predicate<K> gone) {
      synchronized (results) {
        results.keySet().removeIf(gone);
      }
    }
  }

  synchronized void forget(long version) {
    parts.forget(part -> part.version() == version);
    qualities.forget(each -> each == version);
    EventIndex known = latest.get();
    if (known != null && known.version().id() == version) {
      latest.clear();
    }
  }
}
