package io.aisle.ml.neural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Batches of rows of similar lengths, so that little of a batch is padding. */
final class SimilarLengths {
  private SimilarLengths() {}

  /**
   * Which rows are together is new with each state of {@code random}, as is the order of batches.
   *
   * @param length of each row, at least 1
   * @param size rows of a batch whose longest row has a given length, at least 1
   * @return indices of rows
   */
  static int[][] batches(int[] length, IntUnaryOperator size, SplittableRandom random) {
    int[] rows = longestFirst(length, shuffled(length.length, random));
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < rows.length; ) {
      int to = Math.min(rows.length, from + size.applyAsInt(length[rows[from]]));
      batches.add(Arrays.copyOfRange(rows, from, to));
      from = to;
    }
    Collections.shuffle(batches, random);
    return batches.toArray(int[][]::new);
  }

  private static int[] shuffled(int count, SplittableRandom random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int place = random.nextInt(i + 1);
      order[i] = order[place];
      order[place] = i;
    }
    return order;
  }

  /** A counting sort that keeps the order of equals. */
  private static int[] longestFirst(int[] length, int[] order) {
    int longest = Arrays.stream(length).max().orElse(0);
    int[] starts = new int[longest + 2];
    for (int one : length) {
      starts[longest - one + 1]++;
    }
    for (int at = 0; at <= longest; at++) {
      starts[at + 1] += starts[at];
    }
    int[] sorted = new int[order.length];
    for (int row : order) {
      sorted[starts[longest - length[row]]++] = row;
    }
    return sorted;
  }
}
