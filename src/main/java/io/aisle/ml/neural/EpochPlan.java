package io.aisle.ml.neural;

import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.data.Interactions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The rows that one epoch trains on, in their order.
 *
 * <p>All positions: each sequence is cut into windows of {@code maxLength} targets, for long
 * sequences at a place that changes from epoch to epoch, and windows that are shorter share rows,
 * so that hardly a cell is padding. They do not see each other: the mask lets a query look back to
 * its window's first item only. Last position: each prefix of a sequence is a row of its own.
 */
final class EpochPlan {
  private final Interactions train;
  private final int maxLength;
  private final Positions positions;
  private final List<List<Window>> rows;

  private EpochPlan(
      Interactions train, int maxLength, Positions positions, List<List<Window>> rows) {
    this.train = train;
    this.maxLength = maxLength;
    this.positions = positions;
    this.rows = rows;
  }

  static EpochPlan of(Interactions train, int maxLength, Positions positions, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Window>> rows =
        positions == Positions.ALL
            ? pack(windows(train, maxLength, random), maxLength, random)
            : prefixes(train, maxLength);
    Collections.shuffle(rows, random);
    return new EpochPlan(train, maxLength, positions, rows);
  }

  int rows() {
    return rows.size();
  }

  /** The cells of rows {@code from} to {@code to - 1}. */
  RowCells cells(int from, int to) {
    RowCells cells = new RowCells(to - from, maxLength);
    for (int r = from; r < to; r++) {
      if (positions == Positions.LAST) {
        cells.putLast(train, rows.get(r).getFirst(), r - from);
        continue;
      }
      int column = 0;
      for (Window window : rows.get(r)) {
        cells.put(train, window, r - from, column);
        column += window.length();
      }
    }
    return cells;
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

  private static List<List<Window>> prefixes(Interactions train, int maxLength) {
    List<List<Window>> rows = new ArrayList<>();
    for (int u = 0; u < train.users(); u++) {
      int first = train.offsets()[u];
      for (int target = first + 1; target < train.offsets()[u + 1]; target++) {
        int start = Math.max(first, target - maxLength);
        rows.add(List.of(new Window(start, target - start)));
      }
    }
    return rows;
  }
}
