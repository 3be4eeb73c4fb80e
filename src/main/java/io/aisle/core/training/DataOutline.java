package io.aisle.core.training;

import io.aisle.core.dataset.EventTable;
import io.aisle.domain.data.EventKind;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one must know of events to choose a protocol.
 *
 * @param kinds events of each kind that occurs
 * @param first earliest event; empty when no event has a time
 * @param last latest event
 * @param valued whether some event has a value, such as a rating
 * @param repeatKind the kind that repeats were counted of: purchases where there are any; empty: of
 *     all kinds together
 * @param counted events of that kind
 * @param repeats those among them whose user had the item before, by the order of the data
 */
public record DataOutline(
    Map<EventKind, Long> kinds,
    Optional<Instant> first,
    Optional<Instant> last,
    boolean valued,
    Optional<EventKind> repeatKind,
    long counted,
    long repeats) {
  /**
   * From this share of repeats on, lists that hide what the customer has would miss most of what is
   * bought next, so repeats are allowed unless the analyst says otherwise.
   */
  public static final double MOSTLY_REPEATS = 0.5;

  /** The outline of a data set's events. */
  public static DataOutline of(EventTable events) {
    Map<EventKind, Long> kinds = new EnumMap<>(EventKind.class);
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    boolean valued = false;
    for (int i = 0; i < events.size(); i++) {
      kinds.merge(EventKind.values()[events.kind()[i]], 1L, Long::sum);
      long millis = events.millis()[i];
      if (millis != EventTable.NO_TIME) {
        first = Math.min(first, millis);
        last = Math.max(last, millis);
      }
      valued |= !Float.isNaN(events.value()[i]);
    }
    Optional<EventKind> kind =
        kinds.containsKey(EventKind.PURCHASE) ? Optional.of(EventKind.PURCHASE) : Optional.empty();
    long counted = kind.map(kinds::get).orElse((long) events.size());
    boolean timed = last != Long.MIN_VALUE;
    return new DataOutline(
        Collections.unmodifiableMap(kinds),
        timed ? Optional.of(Instant.ofEpochMilli(first)) : Optional.empty(),
        timed ? Optional.of(Instant.ofEpochMilli(last)) : Optional.empty(),
        valued,
        kind,
        counted,
        counted - pairs(events, kind));
  }

  private static long pairs(EventTable events, Optional<EventKind> kind) {
    int wanted = kind.map(EventKind::ordinal).orElse(-1);
    LongOpenHashSet pairs = new LongOpenHashSet(1024);
    for (int i = 0; i < events.size(); i++) {
      if (wanted < 0 || events.kind()[i] == wanted) {
        pairs.add(((long) events.user()[i] << 32) | events.item()[i]);
      }
    }
    return pairs.size();
  }

  /** Share of the counted events that repeat an earlier one of the same user, 0 to 1. */
  public double repeatShare() {
    return counted == 0 ? 0 : (double) repeats / counted;
  }

  /** Whether lists should hide what the user has, as far as the data can tell. */
  public boolean hidesSeen() {
    return repeatKind.isEmpty() || repeatShare() < MOSTLY_REPEATS;
  }
}
