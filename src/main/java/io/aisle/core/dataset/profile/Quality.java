package io.aisle.core.dataset.profile;

import io.aisle.core.dataset.profile.QualityCheck.Severity;
import io.aisle.core.dataset.profile.QualityCheck.Unit;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.Unjoined;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The quality list of a version: what its import refused, and what its events look like. */
public final class Quality {
  private static final double WARN = 0.005;
  private static final double BAD = 0.05;

  /** The share of entries that do not join from which files are likely not to belong together. */
  private static final double JOIN_WARN = 0.2;

  /** Reasons of refused rows that are one and the same matter. */
  private static final Map<String, List<String>> REFUSED = refused();

  private Quality() {}

  private static Map<String, List<String>> refused() {
    Map<String, List<String>> checks = new LinkedHashMap<>();
    checks.put("no-user", List.of("no-customer", "missing-user"));
    checks.put("cancelled", List.of("cancelled"));
    checks.put("duplicate", List.of("duplicate"));
    checks.put("not-a-product", List.of("not-a-product"));
    checks.put("zero-price", List.of("zero-price", "no-quantity"));
    checks.put("unknown-kind", List.of("unknown-kind"));
    checks.put(
        "unreadable",
        List.of(
            "short-row",
            "long-row",
            "field-too-long",
            "bad-encoding",
            "no-object",
            "no-result",
            "zero-byte",
            "missing-item",
            "missing-time",
            "bad-time",
            "bad-number"));
    return checks;
  }

  /**
   * The checks, those that need attention first, those that found nothing last.
   *
   * @param unjoined what did not join when the version was imported
   */
  public static List<QualityCheck> of(
      EventIndex index, List<Unjoined> unjoined, CancelSignal cancel) {
    List<QualityCheck> checks = new ArrayList<>(refused(index.version()));
    unjoined.forEach(each -> checks.add(joined(each)));
    Set<String> settled = new LinkedHashSet<>();
    checks.stream().filter(check -> check.count() > 0).forEach(check -> settled.add(check.id()));
    // of a catalogue without events only what is said of items can be checked
    for (EventCheck check : EventChecks.ALL) {
      cancel.check();
      if (!settled.contains(check.id()) && check.applies().test(index)) {
        checks.removeIf(known -> known.id().equals(check.id()));
        checks.add(check(check.id(), check.search().find(index, cancel)));
      }
    }
    checks.sort(Comparator.comparing(QualityCheck::severity));
    return List.copyOf(checks);
  }

  private static QualityCheck joined(Unjoined found) {
    return new QualityCheck(
        "join-" + found.what(),
        Finding.graded(found.count(), found.of(), JOIN_WARN, 1.1),
        Unit.ENTRIES,
        found.count(),
        found.of(),
        found.examples(),
        new QualityCheck.Outside());
  }

  private static QualityCheck check(String id, Finding found) {
    return new QualityCheck(
        id,
        found.severity(),
        found.unit(),
        found.count(),
        found.of(),
        found.examples(),
        new QualityCheck.Taken());
  }

  private static List<QualityCheck> refused(DatasetVersion version) {
    List<QualityCheck> checks = new ArrayList<>();
    REFUSED.forEach((id, reasons) -> checks.add(refused(version, id, reasons)));
    Set<String> known = new LinkedHashSet<>();
    REFUSED.values().forEach(known::addAll);
    version.refused().keySet().stream()
        .filter(reason -> !known.contains(reason))
        .forEach(reason -> checks.add(refused(version, "rule:" + reason, List.of(reason))));
    return checks;
  }

  private static QualityCheck refused(DatasetVersion version, String id, List<String> reasons) {
    List<String> found =
        reasons.stream().filter(reason -> version.refused().containsKey(reason)).toList();
    long count = found.stream().mapToLong(version.refused()::get).sum();
    Severity severity = Finding.graded(count, version.read(), WARN, BAD);
    return new QualityCheck(
        id, severity, Unit.ROWS, count, version.read(), List.of(), new QualityCheck.Refused(found));
  }
}
