package io.aisle.core.dataset.profile;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a check found among the events.
 *
 * @param rows whether an event, by its place, belongs to what was found
 */
record Finding(
    QualityCheck.Unit unit,
    QualityCheck.Severity severity,
    long count,
    long of,
    List<String> examples,
    IntPredicate rows) {
  /** The severity of a share: nothing is good, little worth knowing, and two limits above it. */
  static QualityCheck.Severity graded(long count, long of, double warn, double bad) {
    double share = of == 0 ? 0 : (double) count / of;
    if (count == 0) {
      return QualityCheck.Severity.GOOD;
    }
    return share >= bad
        ? QualityCheck.Severity.BAD
        : share >= warn ? QualityCheck.Severity.WARN : QualityCheck.Severity.INFO;
  }
}
