package io.aisle.core.dataset.table;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The first bytes of a file, which tell what it is. */
final class FileHead {
  private static final int PEEK = 1 << 16;
  private static final int CHECKED = 8192;

  /** The first byte that may separate fields though it is no printable character. */
  private static final int FIRST_SEPARATOR = 0x1c;

  private record Mark(Charset charset, int... bytes) {}

  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
          new Mark(StandardCharsets.UTF_32LE, 0xff, 0xfe, 0, 0),
          new Mark(StandardCharsets.UTF_32BE, 0, 0, 0xfe, 0xff),
          new Mark(StandardCharsets.UTF_16LE, 0xff, 0xfe),
          new Mark(StandardCharsets.UTF_16BE, 0xfe, 0xff));

  private final byte[] bytes;
  private final Mark mark;

  private FileHead(byte[] bytes) {
    this.bytes = bytes;
    this.mark =
        MARKS.stream()
            .filter(each -> starts(each.bytes))
            .findFirst()
            .orElse(new Mark(StandardCharsets.UTF_8));
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
  void requireText(Path file, Charset charset) {
    if (bytes.length == markLength()) {
      throw new InputException(
          "%s is empty: give a file with a header line and rows.".formatted(file));
    }
    String kind = Signature.of(bytes);
    if (!kind.isEmpty()) {
      throw new InputException(
          "%s is %s, which cannot be read here: export it as CSV and import that."
              .formatted(file, kind));
    }
    if (markLength() > 0 || wide(charset)) {
      return;
    }
    for (int i = 0; i < Math.min(CHECKED, bytes.length); i++) {
      boolean text =
          bytes[i] < 0
              || bytes[i] >= FIRST_SEPARATOR
              || bytes[i] >= '\t' && bytes[i] <= '\r'
              || bytes[i] == 1;
      if (!text) {
        throw new InputException(
            "%s is no text file (byte %d at position %d): give a CSV or TSV file."
                .formatted(file, bytes[i], i));
      }
    }
  }

  /** Whether characters take two bytes or more, so that some of these are 0. */
  private static boolean wide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private boolean starts(int... magic) {
    return Signature.starts(bytes, magic);
  }

  /** How the characters are written, by the byte-order mark or by what they look like. */
  Charset charset() {
    return markLength() > 0 ? mark.charset : EncodingGuess.of(bytes, bytes.length < PEEK);
  }

  /** Bytes of the byte-order mark. */
  int markLength() {
    return mark.bytes.length;
  }

  /** The beginning as text; what is no character of the charset comes out as U+FFFD. */
  String text(Charset charset) {
    return new String(bytes, markLength(), bytes.length - markLength(), charset);
  }
}
