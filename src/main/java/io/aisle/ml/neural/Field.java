package io.aisle.ml.neural;

/** Whole numbers that a batch brings to the device. */
enum Field {
  /** {@code [rows * length]} item indices; any item at padding. */
  ITEMS,
  /** One item index for each target; any item where the target's weight is 0. */
  TARGETS,
  /** {@code [rows * length]} rows of the position table. */
  POSITIONS,
  /** {@code [rows * length]} for each query the first column of its row that it may look at. */
  FIRSTS,
  /** {@code [rows * length]} likewise the last column, where a query may look ahead. */
  LASTS
}
