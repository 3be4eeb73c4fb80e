package io.aisle.ml.neural;

import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A stretch of one user's sequence: {@code length} inputs from {@code start} on, each with the item
 * behind it as its target.
 *
 * @param start index into the interactions
 */
record Window(int start, int length) {
  /**
   * All sequences cut into windows of at most {@code maxLength}, long ones at a random place, so
   * that each item but a user's first is a target once.
   */
  static List<Window> cut(Interactions train, int maxLength, SplittableRandom random) {
    return cut(train, maxLength, 1, random);
  }

  /**
   * The same, keeping {@code ahead} items behind each user's last window.
   *
   * @param ahead 1 where each input has the item behind it as its target, 0 where windows are
   *     wanted whole
   */
  static List<Window> cut(Interactions train, int maxLength, int ahead, SplittableRandom random) {
    List<Window> windows = new ArrayList<>();
    for (int u = 0; u < train.users(); u++) {
      int first = train.offsets()[u];
      int end = train.offsets()[u + 1] - ahead;
      if (end - first > maxLength) {
        int newest = 1 + random.nextInt(maxLength);
        windows.add(new Window(end - newest, newest));
        end -= newest;
      }
      while (end > first) {
        int length = Math.min(maxLength, end - first);
        windows.add(new Window(end - length, length));
        end -= length;
      }
    }
    return windows;
  }
}
