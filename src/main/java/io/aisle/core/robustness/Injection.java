package io.aisle.core.robustness;

import java.util.ArrayList;
import java.util.List;

/** A history that gets more events. Confined to one thread. */
final class Injection {
  private final int[] items;
  private final List<List<Integer>> before;
  private int count;

  Injection(int[] items) {
    this.items = items;
    this.before = new ArrayList<>();
    for (int place = 0; place <= items.length; place++) {
      before.add(new ArrayList<>());
    }
  }

  /**
   * Puts an item before what stands at a place, behind what was put there already.
   *
   * @param place 0 to the length of the old history
   */
  void put(int item, int place) {
    before.get(place).add(item);
    count++;
  }

  /**
   * The new history; what was put in has value and time of what it stands before, or of the end.
   */
  Changed changed() {
    int[] item = new int[items.length + count];
    int[] like = new int[item.length];
    int at = 0;
    for (int place = 0; place <= items.length; place++) {
      for (int put : before.get(place)) {
        like[at] = Math.min(place, items.length - 1);
        item[at++] = put;
      }
      if (place < items.length) {
        like[at] = place;
        item[at++] = items[place];
      }
    }
    return new Changed(item, like, (double) count / item.length);
  }
}
