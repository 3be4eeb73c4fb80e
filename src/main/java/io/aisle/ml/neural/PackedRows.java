package io.aisle.ml.neural;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Short windows put into shared rows, so that hardly a cell is padding; masks keep them from seeing
 * each other.
 */
final class PackedRows {
  private PackedRows() {}

  /**
   * Largest first, each row filled with the largest windows that still fit; the rows shuffled.
   *
   * @param length positions per row; no window is longer
   */
  static List<List<Window>> of(List<Window> windows, int length, SplittableRandom random) {
    List<List<Window>> rows = pack(windows, length, random);
    Collections.shuffle(rows, random);
    return rows;
  }

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
