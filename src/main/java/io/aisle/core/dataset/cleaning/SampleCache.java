package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.DatasetVersion;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.List;
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

  private record Kept(long version, FrameData data) {}

  synchronized FrameData of(
      DatasetVersion version, Supplier<EventTable> events, JobControl control) {
    Kept known = kept.get();
    if (known != null && known.version() == version.id()) {
      return known.data();
    }
    FrameData made = draw(version, events.get(), control);
    kept = new SoftReference<>(new Kept(version.id(), made));
    return made;
  }

  private FrameData draw(DatasetVersion version, EventTable events, JobControl control) {
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
    return loader.some(version, events, Arrays.copyOf(places, count), share, control);
  }
}
