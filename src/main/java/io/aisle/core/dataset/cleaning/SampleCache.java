package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The events of some users of a version, for previews, or all of them where that is quick, or where
 * a step can only be told from all. Those of the version that was asked for last stay in memory as
 * long as there is room. Thread-safe.
 */
final class SampleCache {
  /** Versions with fewer events are taken whole; of larger ones users with about that many. */
  static final int EVENTS = 30_000;

  /**
   * Versions with fewer events are taken whole when a step asks for a core: it hangs together
   * through users and items, of which a sample of the users has only parts.
   */
  static final int CORE_EVENTS = 1_000_000;

  private static final long SEED = 20_11;

  private final FrameLoader loader;
  private SoftReference<Kept> kept = new SoftReference<>(null);

  SampleCache(FrameLoader loader) {
    this.loader = loader;
  }

  /**
   * @param columns of the store that it has
   */
  private record Kept(long version, Set<ColumnRole> columns, FrameData data) {
    boolean serves(DatasetVersion asked, Set<ColumnRole> wanted, boolean whole) {
      return version == asked.id() && columns.containsAll(wanted) && (!whole || data.share() == 1);
    }
  }

  /** The events that show what steps do. */
  synchronized FrameData of(
      DatasetVersion version,
      Supplier<EventTable> events,
      List<CleaningStep> steps,
      JobControl control) {
    boolean core = steps.stream().anyMatch(CleaningStep.Core.class::isInstance);
    boolean whole = version.events() <= (core ? CORE_EVENTS : EVENTS);
    Set<ColumnRole> columns = StepColumns.of(steps);
    if (version.events() <= EVENTS) {
      columns = StepColumns.STORED; // so that no other step reads them again
    }
    Kept known = kept.get();
    if (known != null && known.serves(version, columns, whole)) {
      return known.data();
    }
    Kept made =
        whole
            ? new Kept(version.id(), columns, loader.all(version, events.get(), columns, control))
            : sample(version, events.get(), columns, control);
    kept = new SoftReference<>(made);
    return made.data();
  }

  private Kept sample(
      DatasetVersion version, EventTable events, Set<ColumnRole> columns, JobControl control) {
    boolean unseen = columns.stream().anyMatch(StepColumns.UNSEEN::contains);
    Set<ColumnRole> has = EnumSet.copyOf(StepColumns.STORED);
    if (!unseen) {
      has.removeAll(StepColumns.UNSEEN);
    }
    return new Kept(version.id(), has, draw(version, events, unseen, control));
  }

  private FrameData draw(
      DatasetVersion version, EventTable events, boolean unseen, JobControl control) {
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
