package io.aisle.ml.neural;

import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sequences cut into windows of {@code length} targets, long ones at a place that changes from
 * epoch to epoch. Windows that are shorter share rows, so that hardly a cell is padding; they do
 * not see each other, for the mask lets a query look back to its window's first item only.
 */
record PackedPlan(Interactions train, int length, List<List<Window>> packed) implements EpochPlan {
  static PackedPlan of(Interactions train, int maxLength, SplittableRandom random) {
    List<List<Window>> packed = pack(windows(train, maxLength, random), maxLength, random);
    Collections.shuffle(packed, random);
    return new PackedPlan(train, maxLength, packed);
  }

  @Override
  public int rows() {
    return packed.size();
  }

  @Override
  public void write(int row, RowCells cells, int at) {
    int column = 0;
    for (Window window : packed.get(row)) {
      cells.put(train, window, at, column);
      column += window.length();
    }
  }

  private static List<Window> windows(Interactions train, int maxLength, SplittableRandom random) {
    List<Window> windows = new ArrayList<>();
    for (int u = 0; u < train.users(); u++) {
      int first = train.offsets()[u];
      int end = train.offsets()[u + 1] - 1;
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

  /** Largest first, each row filled with the largest windows that still fit. */
  private static List<List<Window>> pack(
      List<Window> windows, int maxLength, SplittableRandom random) {
    Collections.shuffle(windows, random);
    List<List<Window>> byLength = new ArrayList<>();
    for (int length = 0; length <= maxLength; length++) {
      byLength.add(new ArrayList<>());
    }
    windows.forEach(window -> byLength.get(window.length()).add(window));
    List<List<Window>> rows = new ArrayList<>();
    for (int longest = maxLength; longest > 0; longest--) {
      while (!byLength.get(longest).isEmpty()) {
        List<Window> row = new ArrayList<>();
        int room = maxLength;
        for (int length = longest; length > 0; length = Math.min(length, room)) {
          List<Window> fitting = byLength.get(length);
          if (fitting.isEmpty()) {
            length--;
          } else {
            row.add(fitting.removeLast());
            room -= length;
          }
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
