package io.aisle.domain.data;

import java.util.Locale;

/** A column of events by which a table can be sorted. */
public enum EventColumn {
  USER,
  ITEM,
  TITLE,
  KIND,
  TIME,
  SESSION,
  VALUE,
  QUANTITY,
  PRICE;

  /** The name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
