package io.aisle.ui.users;

/**
 * A user in the list.
 *
 * @param history number of items of the history
 * @param value the run's metric for this user; NaN for one who was not evaluated
 * @param gain the metric less that of another run; NaN when the list is not about two runs
 * @param activity heights of the sparkline, 0 to 100; empty without times
 */
public record UserRow(
    String user, int history, int testItems, double value, double gain, byte[] activity) {
  /** The same beside another run. */
  UserRow against(double other) {
    return new UserRow(user, history, testItems, value, value - other, activity);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UserRow row && row.user.equals(user);
  }

  @Override
  public int hashCode() {
    return user.hashCode();
  }
}
