package io.aisle.store;

/** The columns of a snapshot. The names stand in the files. */
public enum SnapshotColumn {
  USER(4),
  ITEM(4),
  KIND(1),
  MILLIS(8),
  VALUE(4),
  PRICE(4),
  QUANTITY(4),
  /** Where each user's entries in {@link #USER_EVENTS} begin; one more than there are users. */
  USER_OFFSETS(4),
  /** Numbers of events, from 0, user by user, in the order of the files. */
  USER_EVENTS(4),
  ITEM_OFFSETS(4),
  ITEM_EVENTS(4),
  /** Strings: their count, count + 1 byte offsets, and the bytes in UTF-8. */
  USER_NAMES(1),
  ITEM_NAMES(1),
  ITEM_TITLES(1),
  ITEM_CATEGORIES(1);

  private final int width;

  SnapshotColumn(int width) {
    this.width = width;
  }

  /** Bytes of an element. */
  int width() {
    return width;
  }
}
