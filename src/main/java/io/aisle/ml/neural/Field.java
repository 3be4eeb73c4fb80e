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
  LASTS,
  /** The cell of each target among all cells of the batch, where only some cells have one. */
  PLACES,
  /** The user of each target. */
  USERS,
  /** The row of the table of users; the one behind the last user stands for a stranger. */
  KNOWN,
  /** Items that targets are compared with, as many for each. */
  NEGATIVES
}
