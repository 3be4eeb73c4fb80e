package io.aisle.core.dataset.table;

import java.io.IOException;
import java.io.Reader;

/**
 * Passes text through and remembers it from the current line on, so that a refused row can be shown
 * as it stood in the file. Lines end with {@code \n}, {@code \r\n} or {@code \r} and count from 1.
 */
final class LineTape extends Reader {
  private final Reader in;
  private char[] tape = new char[1 << 15];
  private int start;
  private int end;
  private long startLine = 1;
  private long current = 1;

  LineTape(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    int read = in.read(chars, offset, length);
    if (read > 0) {
      remember(chars, offset, read);
    }
    return read;
  }

  private void remember(char[] chars, int offset, int length) {
    seek(current);
    if (end + length > tape.length) {
      int kept = end - start;
      char[] larger =
          kept + length > tape.length ? new char[Math.max(2 * tape.length, kept + length)] : tape;
      System.arraycopy(tape, start, larger, 0, kept);
      tape = larger;
      start = 0;
      end = kept;
    }
    System.arraycopy(chars, offset, tape, end, length);
    end += length;
  }

  /** Nothing before this line will be asked for any more. */
  void current(long line) {
    current = line;
  }

  private void seek(long line) {
    while (startLine < line) {
      int lineEnd = lineEnd(start);
      int next = lineEnd + (crlf(lineEnd) ? 2 : 1);
      if (lineEnd == end || next > end) {
        return;
      }
      start = next;
      startLine++;
    }
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < end && tape[at] != '\n' && tape[at] != '\r') {
      at++;
    }
    return at;
  }

  private boolean crlf(int at) {
    return at + 1 < end && tape[at] == '\r' && tape[at + 1] == '\n';
  }

  /**
   * The text of some lines without the last line's end.
   *
   * @param line the current line or a later one
   * @param count number of lines, at least 1
   * @param limit characters after which the text is cut off
   */
  String lines(long line, int count, int limit) {
    current(line);
    seek(line);
    int to = lineEnd(start);
    for (int i = 1; i < count && to < end; i++) {
      to = lineEnd(to + (crlf(to) ? 2 : 1));
    }
    return new String(tape, start, Math.min(limit, to - start));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
