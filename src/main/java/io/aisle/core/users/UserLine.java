package io.aisle.core.users;

/**
 * A user in a list to choose from.
 *
 * @param user external id
 * @param testItems number of test items
 * @param values the run's per-user metrics, in the order of its per-user table; empty for a user
 *     who was not evaluated
 */
public record UserLine(String user, int testItems, double[] values) {}
