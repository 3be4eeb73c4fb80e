package io.aisle.core.dataset.table;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.aisle.store.sealed.Sealed;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of a file, unpacked: gzip and Zstandard (told by the first bytes, not by the name), and
 * members of zip archives, which may be packed again. Confined to one thread.
 */
final class PackedInput implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(PackedInput.class);
  private static final int BUFFER = 1 << 16;

  /** A frame that asks for a larger window than 128 MB is refused by the library. */
  private static final int WINDOW_BITS = 27;

  private final Closeable archive;
  private final CountingStream counted;
  private final double packedShare;
  private final long most;
  private InputStream bytes;
  private boolean packed;

  private PackedInput(
      Closeable archive, CountingStream counted, double packedShare, long most, boolean packed)
      throws IOException {
    this.archive = archive;
    this.counted = counted;
    this.packedShare = packedShare;
    this.most = most;
    this.packed = packed;
    this.bytes =
        new BufferedInputStream(
            packed ? new ExpansionGuard(counted, this::bytesRead) : counted, BUFFER);
    boolean unpacked = false;
    try {
      unpack();
      unpacked = true;
    } finally {
      if (!unpacked) {
        closeQuietly();
      }
    }
  }

  static PackedInput open(DataFile file) throws IOException {
    if (file.member().isEmpty()) {
      CountingStream counted = new CountingStream(Files.newInputStream(file.file()));
      return new PackedInput(counted, counted, 1, Long.MAX_VALUE, false);
    }
    ZipFile zip = new ZipFile(Sealed.file(file.file()));
    boolean opened = false;
    try {
      ZipEntry entry = zip.getEntry(file.member());
      if (entry == null) {
        throw new ZipException("no member " + file.member());
      }
      InputStream member = zip.getInputStream(entry);
      long packed = entry.getCompressedSize();
      double share = (double) packed / Math.max(1, entry.getSize());
      PackedInput input = new PackedInput(zip, new CountingStream(member), share, packed, true);
      opened = true;
      return input;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  private void unpack() throws IOException {
    bytes.mark(4);
    byte[] head = bytes.readNBytes(4);
    bytes.reset();
    InputStream inner = null;
    if (head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b) {
      inner = new GZIPInputStream(bytes, BUFFER);
    } else if (head.length == 4
        && head[0] == 0x28
        && (head[1] & 0xff) == 0xb5
        && head[2] == 0x2f
        && (head[3] & 0xff) == 0xfd) {
      inner = new ZstdInputStreamNoFinalizer(bytes).setLongMax(WINDOW_BITS);
    }
    if (inner != null) {
      packed = true;
      bytes = new BufferedInputStream(new ExpansionGuard(inner, this::bytesRead), BUFFER);
    }
  }

  /** The unpacked bytes; can be marked. */
  InputStream bytes() {
    return bytes;
  }

  boolean packed() {
    return packed;
  }

  /** Bytes of the packed file that were read so far; of a member about so many. */
  long bytesRead() {
    return Math.min(most, Math.round(counted.count() * packedShare));
  }

  /** For when the cause of it is on its way to the user already. */
  void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      LOG.debug("closing", e);
    }
  }

  @Override
  public void close() throws IOException {
    try (archive) {
      bytes.close();
    }
  }
}
