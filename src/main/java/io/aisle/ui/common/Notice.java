package io.aisle.ui.common;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that the user is told.
 *
 * @param number counts the notices of a session, from 1
 * @param sentence what happened and what to do
 * @param code finds the stack in the log; empty when there is none
 * @param offer what can be done about it at once
 */
public record Notice(
    long number, Kind kind, String sentence, String code, Optional<Offer> offer, Instant at) {
  /** How it is coloured, and whether it leaves by itself. */
  public enum Kind {
    /** Stays until it is dismissed. */
    ERROR,
    DONE
  }

  /**
   * A step that the notice proposes, such as to look at what was made.
   *
   * @param title words of its button
   */
  public record Offer(String title, Runnable run) {}

  Notice withoutOffer() {
    return new Notice(number, kind, sentence, code, Optional.empty(), at);
  }
}
