package io.aisle.core.dataset.table;

import java.io.IOException;
import java.io.Reader;

/** Lines of a text, of which only the beginning is kept when they are very long. */
final class LineReader {
  private static final int LIMIT = 1 << 20;

  private final Reader in;
  private final char[] buffer = new char[1 << 14];
  private final StringBuilder line = new StringBuilder();
  private int at;
  private int end;
  private boolean cut;

  LineReader(Reader in) {
    this.in = in;
  }

  /** The next line without its end; null when there is none. */
  String next() throws IOException {
    line.setLength(0);
    cut = false;
    boolean any = false;
    while (fill()) {
      any = true;
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      int kept = Math.min(at - from, LIMIT - line.length());
      line.append(buffer, from, kept);
      cut |= kept < at - from;
      if (at < end) {
        at++;
        break;
      }
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return any ? line.toString() : null;
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return end > 0;
  }

  /** Whether the line goes on behind what was kept of it, the first 1,048,576 characters. */
  boolean cut() {
    return cut;
  }
}
