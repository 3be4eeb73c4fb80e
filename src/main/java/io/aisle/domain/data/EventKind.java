package io.aisle.domain.data;

import java.util.Locale;

/** What a user did. The order is the code stored in the data base: append only. */
public enum EventKind {
  VIEW,
  CART,
  PURCHASE,
  RATING,
  SEARCH,
  CLICK,
  OTHER;

  /** The name in files. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
