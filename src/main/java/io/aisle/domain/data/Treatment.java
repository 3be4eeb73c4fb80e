package io.aisle.domain.data;

import java.util.Locale;

/** What an import does with a column that holds personal data. */
public enum Treatment {
  /** Its values are taken as they stand. */
  KEEP,
  /** Its values are not taken. */
  DROP,
  /** Each value is replaced by a keyed hash of it. */
  HASH;

  /** The word of a mapping file. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
