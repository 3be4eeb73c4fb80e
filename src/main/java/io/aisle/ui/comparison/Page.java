package io.aisle.ui.comparison;

import java.util.Locale;

/** The parts of what stands under the comparison's table, one of which is shown. */
public enum Page {
  OVERVIEW,
  SLICES,
  GROUPS,
  AGREEMENT,
  ROBUSTNESS,
  REPORT;

  private static final String PREFIX = "page-";

  /** The id of its tab: {@code page-} and its name in small letters. */
  String tab() {
    return PREFIX + name().toLowerCase(Locale.ROOT);
  }
}
