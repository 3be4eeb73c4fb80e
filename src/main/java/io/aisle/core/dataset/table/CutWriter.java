package io.aisle.core.dataset.table;

import java.io.Writer;

/** Keeps the first characters that are written and forgets the others. */
final class CutWriter extends Writer {
  private final StringBuilder text = new StringBuilder();
  private final int limit;

  CutWriter(int limit) {
    this.limit = limit;
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    text.append(chars, offset, Math.min(length, limit - text.length()));
  }

  @Override
  public void flush() {
    // everything is in memory
  }

  @Override
  public void close() {
    // nothing is held
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
