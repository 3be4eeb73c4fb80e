package io.aisle.ml.neural;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The cells of some rows of {@code length} positions, row-major, before they go to the device.
 * Where nothing is written is padding: it looks at itself only, so that no row of attention is
 * empty, and its target weighs 0.
 */
final class RowCells {
  private final int rows;
  private final int length;
  private final long[] items;
  private final long[] targets;
  private final float[] weights;
  private final long[] positions;
  private final long[] firsts;
  private final long[] lasts;

  RowCells(int rows, int length) {
    this.rows = rows;
    this.length = length;
    this.items = new long[rows * length];
    this.targets = new long[rows * length];
    this.weights = new float[rows * length];
    this.positions = new long[rows * length];
    this.firsts = new long[rows * length];
    this.lasts = new long[rows * length];
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
    weights[cell] = from.weight(interaction);
  }

  /** Writes a stretch of items without targets. */
  void put(int[] item, int start, int count, int row, int column) {
    int cell = row * length + column;
    for (int k = 0; k < count; k++) {
      items[cell + k] = item[start + k];
      positions[cell + k] = (long) length - count + k;
      firsts[cell + k] = column;
      lasts[cell + k] = column + count - 1L;
    }
  }

  /** What the network reads of the cells, without targets. */
  BatchData history(Set<Field> reads) {
    return new BatchData(rows, length, fields(reads));
  }

  /** The same with every cell a target. */
  BatchData everyTarget(Set<Field> reads) {
    return with(reads, targets, weights);
  }

  /** The same with the last column as targets. */
  BatchData newestTarget(Set<Field> reads) {
    long[] last = new long[rows];
    float[] lastWeights = new float[rows];
    for (int row = 0; row < rows; row++) {
      last[row] = targets[row * length + length - 1];
      lastWeights[row] = weights[row * length + length - 1];
    }
    return with(reads, last, lastWeights);
  }

  private BatchData with(Set<Field> reads, long[] wanted, float[] counts) {
    Map<Field, long[]> fields = fields(reads);
    fields.put(Field.TARGETS, wanted);
    boolean alike = true;
    double sum = 0;
    for (float weight : counts) {
      alike &= weight == 1;
      sum += weight;
    }
    return new BatchData(rows, length, fields, alike ? new float[0] : counts, sum);
  }

  private Map<Field, long[]> fields(Set<Field> reads) {
    Map<Field, long[]> fields = new EnumMap<>(Field.class);
    for (Field field : reads) {
      fields.put(
          field,
          switch (field) {
            case ITEMS -> items;
            case TARGETS -> targets;
            case POSITIONS -> positions;
            case FIRSTS -> firsts;
            case LASTS -> lasts;
          });
    }
    return fields;
  }
}
