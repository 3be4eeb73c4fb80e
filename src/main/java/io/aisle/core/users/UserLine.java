package io.aisle.core.users;

/**
 * A user in a list to choose from.
 *
 * @param user external id
 * @param history number of items that the user is scored from at test time
 * @param testItems number of test items
 * @param values the run's per-user metrics, in the order of its per-user table; empty for a user
 *     who was not evaluated
 * @param activity how much the user did in each of {@link Activity#BINS} equal spans between the
 *     first and the last interaction of the data, 0 to {@link Activity#HIGHEST} of the user's own
 *     busiest span; empty when the data have no times
 */
public record UserLine(String user, int history, int testItems, double[] values, byte[] activity) {}
