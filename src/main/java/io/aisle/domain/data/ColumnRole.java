package io.aisle.domain.data;

import java.util.Locale;

/** What a column of an interaction file means. */
public enum ColumnRole {
  USER,
  ITEM,
  TIME,
  KIND,
  VALUE,
  SESSION,
  PRICE,
  QUANTITY,
  QUERY,
  POSITION,
  TITLE,
  CATEGORY;

  /** The name in mapping and experiment files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
