package io.aisle.ui.dataset;

/** The parts of an import that can be wrong. */
enum ImportField {
  DELIMITER,
  NAME,
  USER,
  ITEM,
  TWICE,
  TIME,
  ZONE,
  ITEMS;

  /** Whether a sentence about it stands among the columns. */
  boolean ofColumns() {
    return this != DELIMITER && this != NAME;
  }
}
