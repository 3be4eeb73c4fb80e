package io.aisle.core.slices;

/**
 * What the users of each pair of codes of two attributes add up to, summed from the first codes on,
 * so that any two ranges of codes cost four look-ups, however many users there are.
 */
final class PairTable {
  private static final int SUMS = 3;

  private final int columns;
  // [(row + 1) * columns + column + 1] users, sum, squares of all codes up to row and column
  private final double[] sums;

  /**
   * Adds up, in one pass over the users.
   *
   * @param values {@code [user]}
   */
  PairTable(Attribute row, Attribute column, double[] values) {
    columns = column.size() + 1;
    sums = new double[(row.size() + 1) * columns * SUMS];
    byte[] rows = row.codes();
    byte[] codes = column.codes();
    for (int user = 0; user < values.length; user++) {
      int cell = ((rows[user] + 1) * columns + codes[user] + 1) * SUMS;
      double value = values[user];
      sums[cell]++;
      sums[cell + 1] += value;
      sums[cell + 2] += value * value;
    }
    accumulate(row.size());
  }

  private void accumulate(int rows) {
    for (int row = 1; row <= rows; row++) {
      for (int column = 1; column < columns; column++) {
        for (int s = 0; s < SUMS; s++) {
          sums[at(row, column) + s] +=
              sums[at(row - 1, column) + s]
                  + sums[at(row, column - 1) + s]
                  - sums[at(row - 1, column - 1) + s];
        }
      }
    }
  }

  private int at(int row, int column) {
    return (row * columns + column) * SUMS;
  }

  /** The users who meet both conditions. */
  Moments of(Condition row, Condition column) {
    return new Moments(sum(row, column, 0), sum(row, column, 1), sum(row, column, 2));
  }

  private double sum(Condition row, Condition column, int what) {
    int right = column.to() + 1;
    int left = column.from();
    int lower = row.to() + 1;
    int upper = row.from();
    return sums[at(lower, right) + what]
        - sums[at(upper, right) + what]
        - sums[at(lower, left) + what]
        + sums[at(upper, left) + what];
  }
}
