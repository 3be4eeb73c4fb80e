package io.aisle.core.dataset.profile;

/** Day of the week and hour of a time, in UTC. */
final class WeekHour {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;

  private WeekHour() {}

  /** 0 is Monday; the first of January 1970 was a Thursday. */
  static int day(long millis) {
    return (int) Math.floorMod(Math.floorDiv(millis, DAY) + 3, 7L);
  }

  static int hour(long millis) {
    return (int) (Math.floorMod(millis, DAY) / HOUR);
  }
}
