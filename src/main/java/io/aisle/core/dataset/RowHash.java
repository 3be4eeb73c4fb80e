package io.aisle.core.dataset;

import io.aisle.core.dataset.table.RowSource;

/**
 * A 64-bit hash of a row, to find equal rows without keeping them. Among ten million rows two
 * different ones share a hash with a probability of about three in a million.
 */
final class RowHash {
  static final long START = 0x2545F4914F6CDD1DL;

  private static final long PRIME = 0x9E3779B97F4A7C15L;
  private static final char FIELD_END = 0x1F;

  private RowHash() {}

  /** The hash of the fields of a row. */
  static long of(RowSource row) {
    long hash = START;
    for (int i = 0; i < row.fieldCount(); i++) {
      hash = add(hash, row.field(i));
    }
    return finish(hash);
  }

  /** The hash of a text. */
  static long of(String text) {
    return finish(add(START, text));
  }

  private static long add(long hash, String field) {
    long h = hash;
    for (int i = 0; i < field.length(); i++) {
      h = (Long.rotateLeft(h, 5) ^ field.charAt(i)) * PRIME;
    }
    return (Long.rotateLeft(h, 5) ^ FIELD_END) * PRIME;
  }

  /** Spreads every bit over all others (the last step of MurmurHash3). */
  static long finish(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
    h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return h ^ (h >>> 33);
  }

  /** The hash of a sequence of rows, one longer. */
  static long chain(long sequence, long row) {
    return finish((Long.rotateLeft(sequence, 5) ^ row) * PRIME);
  }
}
