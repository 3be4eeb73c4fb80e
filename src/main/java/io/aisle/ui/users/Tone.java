package io.aisle.ui.users;

/** How a sentence is coloured. */
public enum Tone {
  /** What is shown can be relied on. */
  GOOD,
  /** It should be taken with care. */
  CAREFUL,
  /** Neither. */
  PLAIN
}
