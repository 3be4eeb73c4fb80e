package io.aisle.ui.common;

import java.util.List;

/**
 * Runs that may stand beside each other.
 *
 * @param title how they were judged, in words
 * @param choices newest first
 */
public record RunGroup(String title, List<RunChoice> choices) {
  /** Any of them: they are all of one protocol and one data fingerprint. */
  public RunItem first() {
    return choices.getFirst().run();
  }
}
