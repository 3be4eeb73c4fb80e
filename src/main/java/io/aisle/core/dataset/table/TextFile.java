package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A text file, plain or packed. How its characters are written is told by its byte-order mark or
 * guessed from its first bytes, unless it was said. Confined to one thread.
 */
public final class TextFile implements AutoCloseable {
  private final PackedInput input;
  private final Reader reader;
  private final FileHead head;
  private final Charset charset;

  private TextFile(PackedInput input, FileHead head, Charset charset) {
    this.input = input;
    this.head = head;
    this.charset = charset;
    this.reader = new InputStreamReader(input.bytes(), charset);
  }

  /**
   * @param given how the characters are written; empty: guessed
   * @throws InputException when the file is unreadable, empty or no text
   */
  public static TextFile open(DataFile file, Optional<Charset> given) {
    PackedInput input = null;
    boolean opened = false;
    try {
      input = PackedInput.open(file);
      FileHead head = FileHead.peek(input.bytes());
      Charset charset = given.orElseGet(head::charset);
      head.requireText(file.path(), charset);
      input.bytes().skipNBytes(head.markLength());
      opened = true;
      return new TextFile(input, head, charset);
    } catch (IOException e) {
      throw ReadFailure.of(file.path(), 0, e);
    } finally {
      if (!opened && input != null) {
        input.closeQuietly();
      }
    }
  }

  public Reader reader() {
    return reader;
  }

  /** How its characters are written. */
  public Charset charset() {
    return charset;
  }

  /** Its first characters, without a byte-order mark. */
  String beginning() {
    return head.text(charset);
  }

  /** Whether it is packed. */
  public boolean packed() {
    return input.packed();
  }

  /** Bytes of the file, packed as it is, that were read so far. */
  long bytesRead() {
    return input.bytesRead();
  }

  /** Closes it for whoever reads rows of a file. */
  void closeOf(Path file) {
    try {
      close();
    } catch (IOException e) {
      throw ReadFailure.of(file, 0, e);
    }
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
