package io.aisle.core.slices;

import java.util.BitSet;

/**
 * What a group of users adds up to.
 *
 * @param users number of users
 * @param sum of their values
 * @param squares sum of the squares of their values
 */
record Moments(double users, double sum, double squares) {
  static Moments of(BitSet members, double[] values) {
    double sum = 0;
    double squares = 0;
    for (int user = members.nextSetBit(0); user >= 0; user = members.nextSetBit(user + 1)) {
      sum += values[user];
      squares += values[user] * values[user];
    }
    return new Moments(members.cardinality(), sum, squares);
  }

  /** The users of this group who are not in a part of it. */
  Moments minus(Moments part) {
    return new Moments(users - part.users, sum - part.sum, squares - part.squares);
  }

  /** NaN for nobody. */
  double mean() {
    return sum / users;
  }

  /** The sample variance; 0 for fewer than two users. */
  double variance() {
    return users < 2 ? 0 : Math.max(0, (squares - sum * sum / users) / (users - 1));
  }
}
