package io.aisle.ml.neural;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The cells of some rows of {@code length} positions, row-major, before they go to the device.
 * Where nothing is written is padding: it looks at itself only, so that no row of attention is
 * empty, and its target weighs 0.
 */
final class RowCells {
  private final int rows;
  private final int length;
  private final int maxLength;
  private final long[] items;
  private final long[] targets;
  private final long[] users;
  private final float[] weights;
  private final long[] positions;
  private final long[] firsts;
  private final long[] lasts;

  /** Rows of the longest length. */
  RowCells(int rows, int length) {
    this(rows, length, length, 0);
  }

  /**
   * @param maxLength positions of the table, of which a window's newest item has the last
   * @param padding item where nothing is written
   */
  RowCells(int rows, int length, int maxLength, int padding) {
    this.rows = rows;
    this.length = length;
    this.maxLength = maxLength;
    this.items = new long[rows * length];
    this.targets = new long[rows * length];
    this.users = new long[rows * length];
    this.weights = new float[rows * length];
    this.positions = new long[rows * length];
    this.firsts = new long[rows * length];
    this.lasts = new long[rows * length];
    Arrays.fill(items, padding);
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = i % length;
      lasts[i] = i % length;
    }
  }

  /** Writes a window from a column on, each item with the one behind it as its target. */
  void put(TrainingItems from, Window window, int row, int column) {
    put(from.item(), window.start(), window.length(), row, column);
    int cell = row * length + column;
    for (int k = 0; k < window.length(); k++) {
      target(cell + k, from, window.start() + k + 1);
    }
  }

  /** Writes a window into the last columns, with the item behind it as its only target. */
  void putLast(TrainingItems from, Window window, int row) {
    put(from.item(), window.start(), window.length(), row, length - window.length());
    target(row * length + length - 1, from, window.start() + window.length());
  }

  private void target(int cell, TrainingItems from, int interaction) {
    targets[cell] = from.item()[interaction];
    users[cell] = from.user()[interaction];
    weights[cell] = from.weight(interaction);
  }

  /** Writes a stretch of items without targets. */
  void put(int[] item, int start, int count, int row, int column) {
    int cell = row * length + column;
    for (int k = 0; k < count; k++) {
      items[cell + k] = item[start + k];
      positions[cell + k] = (long) maxLength - count + k;
      firsts[cell + k] = column;
      lasts[cell + k] = column + count - 1L;
    }
  }

  /** Puts a mark in place of a cell's item, which becomes the cell's target. */
  void hide(TrainingItems from, int interaction, int cell, int mark) {
    target(cell, from, interaction);
    items[cell] = mark;
  }

  /** What the network reads of the cells, without targets. */
  BatchData history(Set<Field> reads) {
    Map<Field, long[]> fields = new EnumMap<>(Field.class);
    cells(reads, fields);
    return new BatchData(rows, length, fields);
  }

  /** The same with every cell a target. */
  BatchData everyTarget(Set<Field> reads) {
    return with(reads, IntStream.range(0, rows * length).toArray());
  }

  /** The same with the last column as targets. */
  BatchData newestTarget(Set<Field> reads) {
    return with(reads, IntStream.range(0, rows).map(row -> (row + 1) * length - 1).toArray());
  }

  /** The same with those cells as targets that have one. */
  BatchData weighedTargets(Set<Field> reads) {
    return with(reads, IntStream.range(0, rows * length).filter(c -> weights[c] != 0).toArray());
  }

  private BatchData with(Set<Field> reads, int[] wanted) {
    Map<Field, long[]> fields = new EnumMap<>(Field.class);
    cells(reads, fields);
    fields.put(Field.TARGETS, pick(targets, wanted));
    if (reads.contains(Field.USERS)) {
      fields.put(Field.USERS, pick(users, wanted));
    }
    if (reads.contains(Field.PLACES)) {
      fields.put(Field.PLACES, Arrays.stream(wanted).asLongStream().toArray());
    }
    float[] counts = new float[wanted.length];
    boolean alike = true;
    double sum = 0;
    for (int i = 0; i < wanted.length; i++) {
      counts[i] = weights[wanted[i]];
      alike &= counts[i] == 1;
      sum += counts[i];
    }
    return new BatchData(rows, length, fields, alike ? new float[0] : counts, sum);
  }

  private static long[] pick(long[] from, int[] wanted) {
    return Arrays.stream(wanted).mapToLong(cell -> from[cell]).toArray();
  }

  private void cells(Set<Field> reads, Map<Field, long[]> fields) {
    Map<Field, long[]> all =
        Map.of(
            Field.ITEMS,
            items,
            Field.POSITIONS,
            positions,
            Field.FIRSTS,
            firsts,
            Field.LASTS,
            lasts);
    all.forEach(
        (field, values) -> {
          if (reads.contains(field)) {
            fields.put(field, values);
          }
        });
  }
}
