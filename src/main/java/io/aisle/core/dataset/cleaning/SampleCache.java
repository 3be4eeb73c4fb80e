package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The events of some users of a version, for previews. Those of the version that was asked for last
 * stay in memory as long as there is room. Thread-safe.
 */
final class SampleCache {
  /** Versions with fewer events are taken whole; of larger ones users with about that many. */
  static final int EVENTS = 30_000;

  private static final long SEED = 20_11;

  private final FrameLoader loader;
  private SoftReference<Kept> kept = new SoftReference<>(null);

  SampleCache(FrameLoader loader) {
    this.loader = loader;
  }

  /**
   * @param unseen whether it has the columns that no snapshot holds, too
   */
  private record Kept(long version, boolean unseen, FrameData data) {}

  /**
   * The events of some users.
   *
   * @param columns which the steps read
   */
  synchronized FrameData of(
      DatasetVersion version,
      Supplier<EventTable> events,
      Set<ColumnRole> columns,
      JobControl control) {
    boolean unseen = columns.stream().anyMatch(StepColumns.UNSEEN::contains);
    Kept known = kept.get();
    if (known != null && known.version() == version.id() && (known.unseen() || !unseen)) {
      return known.data();
    }
    FrameData made = draw(version, events.get(), unseen, control);
    kept = new SoftReference<>(new Kept(version.id(), unseen || made.share() == 1, made));
    return made;
  }

  private FrameData draw(
      DatasetVersion version, EventTable events, boolean unseen, JobControl control) {
    if (events.size() <= EVENTS) {
      return loader.all(version, events, StepColumns.STORED, control);
    }
    double share = (double) EVENTS / events.size();
    List<String> users = events.catalogue().users();
    UserDraw draw = new UserDraw(SEED, share);
    boolean[] drawn = new boolean[users.size()];
    for (int user = 0; user < drawn.length; user++) {
      drawn[user] = draw.takes(users.get(user));
    }
    int[] places = new int[EVENTS];
    int count = 0;
    for (int event = 0; event < events.size(); event++) {
      if (drawn[events.user()[event]]) {
        if (count == places.length) {
          places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = event;
      }
    }
    return loader.some(
        version,
        events,
        Arrays.copyOf(places, count),
        share,
        unseen ? StepColumns.UNSEEN : Set.of(),
        control);
  }
}
