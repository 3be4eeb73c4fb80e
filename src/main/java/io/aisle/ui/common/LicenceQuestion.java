package io.aisle.ui.common;

import io.aisle.core.licence.ExportGate;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks before rows leave the workspace whose licence restricts that. FX thread only. */
public record LicenceQuestion(Dialogs dialogs, Texts texts) {
  /**
   * Whether rows may be written into a file.
   *
   * @param name of the data set
   * @param licence "" when unknown
   */
  public boolean allows(String name, String licence) {
    Set<ExportGate.Limit> limits = ExportGate.limits(licence);
    return limits.isEmpty()
        || dialogs.confirm(
            texts.of("licence.title", name),
            texts.of("licence.question", words(limits, texts), licence),
            texts.of("licence.accept"));
  }

  /** What is restricted, in words. */
  public static String words(Set<ExportGate.Limit> limits, Texts texts) {
    return limits.stream()
        .map(limit -> texts.of("licence.limit." + limit.name()))
        .collect(Collectors.joining(", "));
  }
}
