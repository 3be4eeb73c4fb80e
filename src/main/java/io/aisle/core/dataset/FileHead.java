package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The first bytes of a text file, which tell what it is. */
final class FileHead {
  private static final int PEEK = 8192;

  private final byte[] bytes;

  private FileHead(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Looks at a stream that can be marked, which then stands where it stood. */
  static FileHead peek(InputStream in) throws IOException {
    in.mark(PEEK);
    byte[] head = in.readNBytes(PEEK);
    in.reset();
    return new FileHead(head);
  }

  /**
   * @throws InputException when there is nothing, or something else than text
   */
  void requireText(Path file) {
    if (bytes.length == 0) {
      throw new InputException(
          "%s is empty: give a file with a header line and rows.".formatted(file));
    }
    String kind =
        starts('P', 'K', 3, 4)
            ? "an Excel or zip file"
            : starts('P', 'A', 'R', '1') ? "a Parquet file" : null;
    if (kind != null) {
      throw new InputException("%s is %s: export it as CSV and import that.".formatted(file, kind));
    }
    if (!charset().equals(StandardCharsets.UTF_8)) {
      return;
    }
    for (int i = 0; i < bytes.length; i++) {
      boolean text = bytes[i] < 0 || bytes[i] >= ' ' || (bytes[i] >= '\t' && bytes[i] <= '\r');
      if (!text) {
        throw new InputException(
            "%s is no text file (byte %d at position %d): give a CSV or TSV file."
                .formatted(file, bytes[i], i));
      }
    }
  }

  private boolean starts(int... magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  /** How the characters are written. */
  Charset charset() {
    if (starts(0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(0xfe, 0xff) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  /** Bytes of the byte-order mark. */
  int markLength() {
    if (!charset().equals(StandardCharsets.UTF_8)) {
      return 2;
    }
    return starts(0xef, 0xbb, 0xbf) ? 3 : 0;
  }
}
