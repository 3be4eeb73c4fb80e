package io.aisle.domain.data;

/** How a version came to be. The names are stored. */
public enum Making {
  /** From files alone. */
  IMPORT,
  /** From another version, by steps. */
  CLEANING,
  /** From another version and files. */
  APPEND
}
