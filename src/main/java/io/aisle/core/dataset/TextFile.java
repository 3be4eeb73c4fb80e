package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text file, plain or gzip (told by its first bytes, not by its name), in UTF-8 or with a
 * byte-order mark. Confined to one thread.
 */
final class TextFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TextFile.class);
  private static final int BUFFER = 1 << 16;

  private final CountingStream counted;
  private final Reader reader;
  private final Charset charset;
  private final boolean packed;

  private TextFile(CountingStream counted, Reader reader, Charset charset, boolean packed) {
    this.counted = counted;
    this.reader = reader;
    this.charset = charset;
    this.packed = packed;
  }

  /**
   * @throws InputException when the file is missing, a folder, unreadable, empty or no text
   */
  static TextFile open(Path file) {
    if (!Files.exists(file)) {
      throw new InputException("%s does not exist: check the path.".formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new InputException("%s is a folder: name the files in it.".formatted(file));
    }
    if (!Files.isReadable(file)) {
      throw new InputException(
          "%s cannot be read: give yourself the permission or copy the file.".formatted(file));
    }
    CountingStream counted = null;
    boolean opened = false;
    try {
      counted = new CountingStream(Files.newInputStream(file));
      BufferedInputStream raw = new BufferedInputStream(counted, BUFFER);
      boolean packed = gzip(raw);
      InputStream bytes = packed ? unzipped(raw) : raw;
      FileHead head = FileHead.peek(bytes);
      head.requireText(file);
      Charset charset = head.charset();
      bytes.skipNBytes(head.markLength());
      opened = true;
      return new TextFile(counted, new InputStreamReader(bytes, charset), charset, packed);
    } catch (IOException e) {
      throw failure(file, 0, e);
    } finally {
      if (!opened && counted != null) {
        closeQuietly(counted);
      }
    }
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException e) {
      // nothing was written, and the cause of this state is on its way to the user
      LOG.debug("closing", e);
    }
  }

  /** What to say when reading stops with an exception behind a row. */
  static InputException failure(Path file, long row, IOException cause) {
    if (cause instanceof EOFException || cause instanceof ZipException) {
      return new InputException(
          "%s ends in the middle of its gzip data, or they are damaged, behind row %d: copy or download it again."
              .formatted(file, row),
          cause);
    }
    return new InputException(
        "%s could not be read behind row %d (%s): check the disk or copy the file."
            .formatted(file, row, cause.getMessage()),
        cause);
  }

  private static boolean gzip(InputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzip;
  }

  private static InputStream unzipped(InputStream raw) throws IOException {
    return new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER);
  }

  Reader reader() {
    return reader;
  }

  /** How its characters are written. */
  Charset charset() {
    return charset;
  }

  /** Whether it is a gzip file. */
  boolean packed() {
    return packed;
  }

  /** Bytes of the file, packed as it is, that were read so far. */
  long bytesRead() {
    return counted.count();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
