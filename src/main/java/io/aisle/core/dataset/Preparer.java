package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.ml.data.Interactions;
import java.util.Arrays;
import java.util.List;

/**
 * Makes interactions of events: keeps the wanted kinds and values, orders each user's events by
 * time (ties in the order of the file), keeps one or all events of a pair, and takes users and
 * items with too few interactions away until none is left. Users and items that remain are numbered
 * densely in their old order.
 */
public final class Preparer {
  private final EventTable events;
  private final PrepareSpec spec;

  /** Numbers of the events that are left, user by user in the order of time. */
  private int[] kept;

  private Preparer(EventTable events, PrepareSpec spec) {
    this.events = events;
    this.spec = spec;
  }

  /**
   * @throws InputException when nothing is left
   */
  public static Prepared prepare(EventTable events, PrepareSpec spec) {
    Preparer preparer = new Preparer(events, spec);
    preparer.kept = EventOrder.byUserAndTime(events, preparer.wanted());
    if (spec.repeats() != PrepareSpec.Repeats.ALL) {
      preparer.kept =
          EventOrder.onePerPair(
              events.user(),
              events.item(),
              preparer.kept,
              spec.repeats() == PrepareSpec.Repeats.LAST);
    }
    preparer.core();
    if (preparer.kept.length == 0) {
      throw new InputException(
          "Nothing is left of %d events after prepare (kinds %s, %score %d): loosen it, for instance with a smaller core."
              .formatted(
                  events.size(),
                  spec.kinds().isEmpty()
                      ? "all"
                      : spec.kinds().stream().map(kind -> kind.id()).sorted().toList(),
                  spec.minValue().isPresent()
                      ? "minValue " + spec.minValue().getAsDouble() + ", "
                      : "",
                  spec.core()));
    }
    return preparer.dense();
  }

  private int[] wanted() {
    boolean[] kinds = new boolean[Byte.MAX_VALUE];
    Arrays.fill(kinds, spec.kinds().isEmpty());
    spec.kinds().forEach(kind -> kinds[kind.ordinal()] = true);
    double least = spec.minValue().orElse(Double.NEGATIVE_INFINITY);
    int[] wanted = new int[events.size()];
    int count = 0;
    for (int i = 0; i < wanted.length; i++) {
      if (kinds[events.kind()[i]] && !(events.value()[i] < least)) {
        wanted[count++] = i;
      }
    }
    return Arrays.copyOf(wanted, count);
  }

  private void core() {
    kept =
        KCore.of(
            events.user(),
            events.catalogue().users().size(),
            spec.core(),
            events.item(),
            events.catalogue().items().size(),
            spec.core(),
            kept);
  }

  private int[] counts(int[] keys, int size) {
    return KCore.counts(kept, keys, size);
  }

  private Prepared dense() {
    Catalogue all = events.catalogue();
    int[] oldUsers = present(counts(events.user(), all.users().size()));
    int[] oldItems = present(counts(events.item(), all.items().size()));
    int[] newItem = new int[all.items().size()];
    for (int i = 0; i < oldItems.length; i++) {
      newItem[oldItems[i]] = i;
    }
    int[] newUser = new int[all.users().size()];
    for (int u = 0; u < oldUsers.length; u++) {
      newUser[oldUsers[u]] = u;
    }
    int[] offsets = new int[oldUsers.length + 1];
    int[] item = new int[kept.length];
    float[] value = new float[kept.length];
    long[] time = new long[kept.length];
    boolean timed = true;
    for (int i = 0; i < kept.length; i++) {
      int event = kept[i];
      offsets[newUser[events.user()[event]] + 1] = i + 1;
      item[i] = newItem[events.item()[event]];
      float given = events.value()[event];
      value[i] = Float.isNaN(given) ? 1 : given;
      timed &= events.millis()[event] != EventTable.NO_TIME;
      time[i] = Math.floorDiv(events.millis()[event], 1000L);
    }
    Interactions interactions =
        new Interactions(
            oldUsers.length, oldItems.length, offsets, item, value, timed ? time : new long[0]);
    return new Prepared(
        interactions,
        new Catalogue(
            pick(all.users(), oldUsers),
            pick(all.items(), oldItems),
            pick(all.titles(), oldItems),
            pick(all.categories(), oldItems)));
  }

  private static int[] present(int[] counts) {
    int[] present = new int[counts.length];
    int count = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        present[count++] = i;
      }
    }
    return Arrays.copyOf(present, count);
  }

  private static List<String> pick(List<String> from, int[] numbers) {
    return Arrays.stream(numbers).mapToObj(from::get).toList();
  }
}
