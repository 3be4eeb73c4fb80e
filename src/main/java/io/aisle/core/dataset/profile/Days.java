package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.EventTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Events of each day (UTC), days without events included. Days of too few users are joined with
 * those beside them: each then has the mean of them all.
 *
 * @param first the first day; null without times, or when all days are of too few users
 * @param counts events of that day and each day after it
 * @param small days of too few users
 */
public record Days(LocalDate first, double[] counts, SmallGroups small) {
  private static final long DAY = 86_400_000L;

  /** Further apart than this, days are not counted one by one: a clock was wrong. */
  private static final int MOST = 200_000;

  /** What stands under one point of a line. */
  public enum Step {
    DAY,
    WEEK,
    MONTH
  }

  /** Events from a day on, up to the next period. */
  public record Period(LocalDate start, double events) {}

  /** Of all events, as they may be shown. */
  public static Days of(EventTable events, int least) {
    return of(events, null, least);
  }

  /**
   * @param rows events to count; null counts all
   * @param least users that stand behind each day that is counted by itself; up to 1: any
   */
  static Days of(EventTable events, int[] rows, int least) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    int size = rows == null ? events.size() : rows.length;
    for (int i = 0; i < size; i++) {
      long millis = events.millis()[rows == null ? i : rows[i]];
      if (millis != EventTable.NO_TIME) {
        low = Math.min(low, millis);
        high = Math.max(high, millis);
      }
    }
    if (low > high) {
      return new Days(null, new double[0], SmallGroups.NONE);
    }
    long first = Math.floorDiv(low, DAY);
    int count = (int) Math.min(MOST, Math.floorDiv(high, DAY) - first + 1);
    double[] counts = new double[count];
    Crowds crowds = new Crowds(count, least);
    for (int i = 0; i < size; i++) {
      int event = rows == null ? i : rows[i];
      long millis = events.millis()[event];
      if (millis != EventTable.NO_TIME) {
        int day = (int) Math.min(count - 1, Math.floorDiv(millis, DAY) - first);
        counts[day]++;
        crowds.add(day, events.user()[event]);
      }
    }
    return levelled(LocalDate.ofEpochDay(first), counts, crowds);
  }

  private static Days levelled(LocalDate first, double[] counts, Crowds crowds) {
    int[] starts = crowds.joined();
    for (int i = 0; i + 1 < starts.length; i++) {
      double sum = 0;
      for (int day = starts[i]; day < starts[i + 1]; day++) {
        sum += counts[day];
      }
      Arrays.fill(counts, starts[i], starts[i + 1], sum / (starts[i + 1] - starts[i]));
    }
    return starts.length == 0
        ? new Days(null, new double[0], crowds.small())
        : new Days(first, counts, crowds.small());
  }

  /** The days, or what they sum to: weeks begin on Monday, months on their first. */
  public List<Period> by(Step step) {
    List<Period> periods = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      LocalDate start = start(first.plusDays(i), step);
      if (!periods.isEmpty() && periods.getLast().start().equals(start)) {
        Period last = periods.removeLast();
        periods.add(new Period(start, last.events() + counts[i]));
      } else {
        periods.add(new Period(start, counts[i]));
      }
    }
    return periods;
  }

  /** The first day of the period that a day is in. */
  public static LocalDate start(LocalDate day, Step step) {
    return switch (step) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day after the period that begins with a day. */
  public static LocalDate next(LocalDate start, Step step) {
    return switch (step) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }
}
