package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.ui.common.RunItem;
import java.util.List;

/** What came of comparing the chosen runs. */
public sealed interface Reading {
  record Compared(Comparison comparison) implements Reading {}

  /**
   * A run cannot be read.
   *
   * @param sentence what is wrong
   * @param damaged the runs that cannot be read by themselves; empty when it is none of them alone
   */
  record Damaged(String sentence, List<RunItem> damaged) implements Reading {}
}
