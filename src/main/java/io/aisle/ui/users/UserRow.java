package io.aisle.ui.users;

/**
 * A user in the list.
 *
 * @param value the run's metric for this user; NaN for one who was not evaluated
 */
public record UserRow(String user, int testItems, double value) {}
