package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.profile.QualityCheck.Severity;
import io.aisle.core.dataset.profile.QualityCheck.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Stretches of days without any event that are longer than usual: at least three days, and three
 * times the median stretch (a shop that rests on Sundays has many of one day).
 */
final class Gaps {
  private static final long DAY = 86_400_000L;
  private static final int EXAMPLES = 5;

  private Gaps() {}

  /**
   * @param from first day without events, counted from the first day of all
   * @param to first day with events again
   */
  private record Gap(int from, int to) {
    int days() {
      return to - from;
    }
  }

  static Finding find(EventIndex index) {
    Days days = Days.of(index.events(), 1);
    List<Gap> all = stretches(days.counts());
    int[] lengths = all.stream().mapToInt(Gap::days).sorted().toArray();
    int usual = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    List<Gap> gaps = all.stream().filter(gap -> gap.days() >= Math.max(3, 3 * usual)).toList();
    BitSet beside = new BitSet();
    for (Gap gap : gaps) {
      beside.set(gap.from() - 1);
      beside.set(gap.to());
    }
    long missing = gaps.stream().mapToInt(Gap::days).sum();
    Severity severity =
        gaps.isEmpty()
            ? Severity.GOOD
            : 10 * missing >= days.counts().length ? Severity.WARN : Severity.INFO;
    long first = days.first() == null ? 0 : days.first().toEpochDay();
    EventTable events = index.events();
    return new Finding(
        Unit.GAPS,
        severity,
        gaps.size(),
        Math.max(all.size(), gaps.size()),
        examples(gaps, days.first()),
        event ->
            events.millis()[event] != EventTable.NO_TIME
                && beside.get((int) (Math.floorDiv(events.millis()[event], DAY) - first)));
  }

  private static List<Gap> stretches(double[] counts) {
    List<Gap> gaps = new ArrayList<>();
    int from = -1;
    for (int day = 0; day < counts.length; day++) {
      if (counts[day] == 0 && from < 0) {
        from = day;
      } else if (counts[day] > 0 && from >= 0) {
        gaps.add(new Gap(from, day));
        from = -1;
      }
    }
    return gaps;
  }

  private static List<String> examples(List<Gap> gaps, LocalDate first) {
    Gap[] longest = gaps.toArray(Gap[]::new);
    Arrays.sort(longest, (a, b) -> b.days() - a.days());
    return Arrays.stream(longest)
        .limit(EXAMPLES)
        .map(gap -> first.plusDays(gap.from()) + " – " + first.plusDays(gap.to() - 1L))
        .toList();
  }
}
