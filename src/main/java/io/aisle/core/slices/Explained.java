package io.aisle.core.slices;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Leaves out slices that others account for: those whose users are mostly in a slice that is listed
 * already and do no worse than the rest of it, and those that do badly only because of the listed
 * slice within them.
 */
final class Explained {
  /** Share of a slice from which on it lies mostly in another. */
  private static final double MOSTLY = 0.8;

  private final double[] values;
  private final int least;
  private final List<BitSet> listed = new ArrayList<>();

  /**
   * @param values {@code [user]}, more is better
   * @param least users of a slice that can stand for itself
   */
  Explained(double[] values, int least) {
    this.values = values;
    this.least = least;
  }

  /** Whether a slice says something new beside those that were taken so far; then it is taken. */
  boolean take(BitSet slice) {
    boolean says = listed.stream().noneMatch(other -> explains(other, slice));
    if (says) {
      listed.add(slice);
    }
    return says;
  }

  private boolean explains(BitSet listed, BitSet slice) {
    int shared = shared(listed, slice);
    if (shared >= MOSTLY * slice.cardinality()) {
      return !worse(slice, minus(listed, slice));
    }
    if (shared >= MOSTLY * listed.cardinality()) {
      BitSet beside = minus(slice, listed);
      BitSet others = new BitSet(values.length);
      others.set(0, values.length);
      others.andNot(slice);
      others.andNot(listed);
      return beside.cardinality() < least || !worse(beside, others);
    }
    return false;
  }

  private boolean worse(BitSet group, BitSet others) {
    return GroupTest.below(Moments.of(group, values), Moments.of(others, values))
        <= SliceSearch.LEVEL;
  }

  private static int shared(BitSet one, BitSet other) {
    BitSet both = (BitSet) one.clone();
    both.and(other);
    return both.cardinality();
  }

  private static BitSet minus(BitSet from, BitSet what) {
    BitSet left = (BitSet) from.clone();
    left.andNot(what);
    return left;
  }
}
