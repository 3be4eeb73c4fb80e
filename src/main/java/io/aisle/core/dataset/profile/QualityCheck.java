package io.aisle.core.dataset.profile;

import java.util.List;

/**
 * One line of the quality list. Its words stand in the user interface, under its id.
 *
 * @param id short name, such as {@code no-user}; that of a rule which is not known here is {@code
 *     rule:} and its reason
 * @param count how many were found
 * @param of among how many
 * @param examples a few of what was found: ids, titles or days
 */
public record QualityCheck(
    String id,
    Severity severity,
    Unit unit,
    long count,
    long of,
    List<String> examples,
    Where where) {
  /** How much it asks for attention, the most first. */
  public enum Severity {
    BAD,
    WARN,
    INFO,
    GOOD
  }

  /** What is counted. */
  public enum Unit {
    /** Rows of the files. */
    ROWS,
    EVENTS,
    USERS,
    ITEMS,
    /** Visits of a user: a session, or what has no pause of half an hour. */
    SESSIONS,
    /** Rows of a file beside the events. */
    ENTRIES,
    /** Stretches of days. */
    GAPS
  }

  /** Where the rows in question stand. */
  public sealed interface Where {}

  /** Among the refused rows, under some reasons. */
  public record Refused(List<String> reasons) implements Where {}

  /** Among the events: those that {@link EventFilter.Found} picks. */
  public record Taken() implements Where {}

  /** Nowhere among rows that can be shown: what was found is not in the version. */
  public record Outside() implements Where {}

  /** Share of what was looked at, 0 to 1; 0 when there was nothing. */
  public double share() {
    return of == 0 ? 0 : (double) count / of;
  }

  public boolean needsAttention() {
    return severity == Severity.BAD || severity == Severity.WARN;
  }
}
