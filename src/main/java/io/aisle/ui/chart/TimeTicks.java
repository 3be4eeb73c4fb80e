package io.aisle.ui.chart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Round moments: the starts of years, months, days, hours, minutes or seconds. */
final class TimeTicks {
  /** Step sizes from fine to coarse. */
  private static final List<Step> STEPS =
      List.of(
          new Step(ChronoUnit.SECONDS, 1),
          new Step(ChronoUnit.SECONDS, 10),
          new Step(ChronoUnit.MINUTES, 1),
          new Step(ChronoUnit.MINUTES, 5),
          new Step(ChronoUnit.MINUTES, 15),
          new Step(ChronoUnit.HOURS, 1),
          new Step(ChronoUnit.HOURS, 3),
          new Step(ChronoUnit.HOURS, 6),
          new Step(ChronoUnit.HOURS, 12),
          new Step(ChronoUnit.DAYS, 1),
          new Step(ChronoUnit.DAYS, 2),
          new Step(ChronoUnit.DAYS, 7),
          new Step(ChronoUnit.DAYS, 14),
          new Step(ChronoUnit.MONTHS, 1),
          new Step(ChronoUnit.MONTHS, 2),
          new Step(ChronoUnit.MONTHS, 3),
          new Step(ChronoUnit.MONTHS, 6),
          new Step(ChronoUnit.YEARS, 1),
          new Step(ChronoUnit.YEARS, 2),
          new Step(ChronoUnit.YEARS, 5),
          new Step(ChronoUnit.YEARS, 10),
          new Step(ChronoUnit.YEARS, 50));

  private TimeTicks() {}

  private record Step(ChronoUnit unit, int count) {
    double millis() {
      return (double) unit.getDuration().toMillis() * count;
    }
  }

  /**
   * @param low milliseconds since 1970, UTC
   * @param wanted at most about so many
   */
  static List<Tick> between(double low, double high, int wanted, ChartWords words) {
    Step step =
        STEPS.stream()
            .filter(each -> (high - low) / each.millis() <= Math.max(1, wanted) + 0.5)
            .findFirst()
            .orElse(STEPS.getLast());
    List<Tick> ticks = new ArrayList<>();
    LocalDateTime last = null;
    LocalDateTime at = floor(local(low), step);
    while (millis(at) <= high) {
      if (millis(at) >= low) {
        ticks.add(new Tick(millis(at), words.moment(at, last, step.unit())));
        last = at;
      }
      at = next(at, step);
    }
    return ticks;
  }

  private static LocalDateTime next(LocalDateTime at, Step step) {
    LocalDateTime next = at.plus(step.count(), step.unit());
    boolean days = step.unit() == ChronoUnit.DAYS && step.count() > 1;
    if (days && next.getMonth() != at.getMonth()) {
      return next.withDayOfMonth(1); // days are counted from the first of each month
    }
    if (days && next.plusDays(step.count() / 2).getMonth() != next.getMonth()) {
      return next.withDayOfMonth(1).plusMonths(1);
    }
    return next;
  }

  private static LocalDateTime floor(LocalDateTime time, Step step) {
    int count = step.count();
    return switch (step.unit()) {
      case SECONDS ->
          time.truncatedTo(ChronoUnit.SECONDS).withSecond(time.getSecond() / count * count);
      case MINUTES ->
          time.truncatedTo(ChronoUnit.MINUTES).withMinute(time.getMinute() / count * count);
      case HOURS -> time.truncatedTo(ChronoUnit.HOURS).withHour(time.getHour() / count * count);
      case DAYS -> month(time, (time.getDayOfMonth() - 1) / count * count + 1);
      case MONTHS -> month(time, 1).withMonth((time.getMonthValue() - 1) / count * count + 1);
      default -> month(time, 1).withMonth(1).withYear(time.getYear() / count * count);
    };
  }

  private static LocalDateTime month(LocalDateTime time, int day) {
    return LocalDateTime.of(time.toLocalDate().withDayOfMonth(day), LocalTime.MIDNIGHT);
  }

  private static LocalDateTime local(double millis) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli((long) millis), ZoneOffset.UTC);
  }

  private static double millis(LocalDateTime time) {
    return time.toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
