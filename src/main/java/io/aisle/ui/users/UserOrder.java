package io.aisle.ui.users;

import java.util.Comparator;

/** Orders of the list of users. */
public enum UserOrder {
  /** The run's metric is best; who was not evaluated comes last. */
  BEST(Comparator.comparingDouble(row -> Double.isNaN(row.value()) ? 1 : -row.value())),
  /** The run's metric is worst; who was not evaluated comes last. */
  WORST(Comparator.comparingDouble(UserRow::value)),
  /** The shortest history. */
  COLD(Comparator.comparingInt(UserRow::history)),
  /** The longest history. */
  HEAVY(Comparator.comparingInt(UserRow::history).reversed()),
  /** The run's metric is above that of another run, by how much; the other users are left out. */
  BEATS(Comparator.comparingDouble(row -> -row.gain())),
  NAME(Comparator.comparing(UserRow::user));

  private final Comparator<UserRow> comparator;

  UserOrder(Comparator<UserRow> comparator) {
    this.comparator = comparator;
  }

  Comparator<UserRow> comparator() {
    return comparator;
  }
}
