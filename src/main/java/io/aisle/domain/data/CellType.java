package io.aisle.domain.data;

/** What stands in a column of a table that is read or written; a cell may be null. */
public enum CellType {
  /** {@code String}. */
  TEXT,
  /** {@code Long}. */
  WHOLE,
  /** {@code Double} or {@code BigDecimal}. */
  NUMBER,
  /** {@code Boolean}. */
  FLAG,
  /** {@code LocalDate}. */
  DATE,
  /** {@code LocalDateTime}, of UTC where the data say an instant. */
  TIME
}
