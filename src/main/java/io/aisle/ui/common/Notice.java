package io.aisle.ui.common;

/**
 * Something that the user is told.
 *
 * @param sentence what happened and what to do
 * @param code finds the stack in the log; empty when there is none
 */
public record Notice(Kind kind, String sentence, String code) {
  /** How it is coloured. */
  public enum Kind {
    ERROR,
    DONE
  }
}
