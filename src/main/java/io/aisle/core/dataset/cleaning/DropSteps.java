package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventKey;
import io.aisle.core.dataset.EventOrder;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.KCore;
import io.aisle.core.dataset.profile.SameMoment;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.time.Instant;

/** The steps that look at each event alone, or at how often something occurs. */
final class DropSteps {
  private DropSteps() {}

  static void duplicates(EventFrame frame, CleaningStep.Duplicates step) {
    switch (step.same()) {
      case PAIR ->
          frame.keepOnly(
              EventOrder.onePerPair(frame.user(), frame.item(), frame.byUserAndTime(), false));
      case MOMENT -> {
        LongOpenHashSet seen = new LongOpenHashSet(frame.count());
        frame.keep(
            event -> frame.millis()[event] == EventTable.NO_TIME || seen.add(moment(frame, event)));
      }
      case ROW -> {
        LongOpenHashSet seen = new LongOpenHashSet(frame.count());
        frame.keep(event -> seen.add(row(frame, event)));
      }
    }
  }

  private static long moment(EventFrame frame, int event) {
    return SameMoment.key(
        frame.user()[event], frame.item()[event], frame.kind()[event], frame.millis()[event]);
  }

  private static long row(EventFrame frame, int event) {
    long hash =
        SameMoment.key(
            frame.user()[event], frame.item()[event], frame.kind()[event], frame.millis()[event]);
    for (ColumnRole column : StepColumns.STORED) {
      hash =
          CleaningStep.NUMBERS.contains(column)
              ? EventKey.with(hash, frame.numbers(column)[event])
              : EventKey.with(hash, (long) frame.texts(column).codes()[event]);
    }
    return hash;
  }

  static void range(EventFrame frame, CleaningStep.Range step) {
    double[] values = frame.numbers(step.column());
    double min = step.min().orElse(Double.NEGATIVE_INFINITY);
    double max = step.max().orElse(Double.POSITIVE_INFINITY);
    frame.keep(event -> !(values[event] < min || values[event] > max));
  }

  static void core(EventFrame frame, CleaningStep.Core step) {
    // of an item a sample of the users holds that share of the events
    int items = (int) Math.ceil(step.items() * frame.data().share());
    frame.keepOnly(
        KCore.of(
            frame.user(),
            frame.catalogue().users().size(),
            step.users(),
            frame.item(),
            frame.catalogue().items().size(),
            items,
            frame.rows()));
  }

  static void rareKinds(EventFrame frame, CleaningStep.RareKinds step) {
    long[] counts = new long[Byte.MAX_VALUE];
    int[] rows = frame.rows();
    for (int event : rows) {
      counts[frame.kind()[event]]++;
    }
    double least = step.minShare() * rows.length;
    frame.keep(event -> counts[frame.kind()[event]] >= least);
  }

  static void timeWindow(EventFrame frame, CleaningStep.TimeWindow step) {
    long from = step.from().map(Instant::toEpochMilli).orElse(EventTable.NO_TIME + 1);
    long to = step.to().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
    frame.keep(event -> frame.millis()[event] >= from && frame.millis()[event] < to);
  }

  static void sampling(EventFrame frame, CleaningStep.Sampling step) {
    switch (step.of()) {
      case USERS -> {
        UserDraw draw = new UserDraw(step.seed(), step.share());
        boolean[] drawn = new boolean[frame.catalogue().users().size()];
        for (int user = 0; user < drawn.length; user++) {
          drawn[user] = draw.takes(frame.catalogue().users().get(user));
        }
        frame.keep(event -> drawn[frame.user()[event]]);
      }
      case EVENTS -> {
        long seed = HashCommon.mix(step.seed());
        frame.keep(
            event -> UserDraw.uniform(HashCommon.mix(seed + frame.place(event))) < step.share());
      }
    }
  }
}
