package io.aisle.core.dataset.profile;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/**
 * The users behind each of some groups, such as the bars of a chart, noted as far as it takes to
 * tell whether they are enough for the group to be shown: a group behind which stand fewer users
 * than the least, and somebody, is small. Confined to one thread.
 */
public final class Crowds {
  private final int least;
  private final IntOpenHashSet[] few;
  private final boolean[] enough;

  /**
   * @param groups how many there are
   * @param least users of a group that is shown; up to 1 no group is small
   */
  public Crowds(int groups, int least) {
    this.least = least;
    this.few = new IntOpenHashSet[groups];
    this.enough = new boolean[groups];
  }

  /**
   * Notes a user.
   *
   * @param group its number; below 0 it is none
   */
  public void add(int group, int user) {
    if (group < 0 || enough[group] || least <= 1) {
      return;
    }
    if (few[group] == null) {
      few[group] = new IntOpenHashSet(2);
    }
    few[group].add(user);
    if (few[group].size() >= least) {
      enough[group] = true;
      few[group] = null;
    }
  }

  /** Whether somebody stands behind a group, but fewer than the least. */
  public boolean small(int group) {
    return few[group] != null;
  }

  /** How many groups are small. */
  public SmallGroups small() {
    int count = 0;
    for (IntOpenHashSet users : few) {
      count += users == null ? 0 : 1;
    }
    return new SmallGroups(count, least);
  }

  /**
   * Joins small groups with those behind them, and the last of them with those before, until none
   * is. Groups behind which nobody stands are joined only where they lie between.
   *
   * @return the first group of each range and at last the number of groups; empty when all together
   *     are still small
   */
  int[] joined() {
    IntArrayList starts = new IntArrayList();
    Range open = new Range();
    int from = 0;
    for (int group = 0; group < few.length; group++) {
      open.add(group);
      if (!open.small()) {
        starts.add(from);
        from = group + 1;
        open.clear();
      }
    }
    while (open.small() && !starts.isEmpty()) {
      int before = starts.removeInt(starts.size() - 1);
      for (int group = before; group < from; group++) {
        open.add(group);
      }
      from = before;
    }
    if (open.small()) {
      return new int[0];
    }
    if (from < few.length) {
      starts.add(from);
    }
    starts.add(few.length);
    return starts.toIntArray();
  }

  /** The users of neighbouring groups. */
  private final class Range {
    private final IntOpenHashSet users = new IntOpenHashSet();
    private boolean many;

    void add(int group) {
      if (few[group] != null) {
        users.addAll(few[group]);
      }
      many |= enough[group] || users.size() >= least;
    }

    boolean small() {
      return !many && !users.isEmpty();
    }

    void clear() {
      users.clear();
      many = false;
    }
  }
}
