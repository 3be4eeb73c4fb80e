package io.aisle.store.sealed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The format of an encrypted file: a header in a page of its own, then pages of 4,096 bytes, each a
 * nonce, up to {@link #PLAIN} encrypted bytes and a tag. All numbers are big-endian.
 *
 * <pre>
 * header: magic and version (8) | file id (16) | nonce (12) | length of the plain file (8) | tag (16)
 * </pre>
 *
 * <p>A piece is bound to its file and its place; the length is sealed as well. So nothing can be
 * cut off, exchanged or moved unseen; an older state of the whole file can be put back.
 *
 * <p>A page is what the system writes whole when a process is killed. Pages are written before the
 * length that covers them, so that whatever was cut off is a file as it was before some write; what
 * lies behind the length is not looked at. Not thread-safe; one writer at a time, readers beside
 * it.
 */
final class SealedBlocks {
  static final int PAGE = 4096;

  /** Plain bytes of a page. */
  static final int PLAIN = PAGE - BlockCipher.OVERHEAD;

  private static final byte[] MAGIC = {(byte) 0x8f, 'a', 'i', 's', 'l', 'e', '\n', 1};
  private static final int ID = 16;
  private static final int HEAD = MAGIC.length + ID + Long.BYTES + BlockCipher.OVERHEAD;
  private static final long HEADER = -1;
  private static final int BATCH = 64;

  /** A page that is written while it is read is read again. */
  private static final int LOOKS = 5;

  private final Path file;
  private final FileChannel disk;
  private final DataKey key;
  private final byte[] pages = new byte[BATCH * PAGE];
  private final byte[] plain = new byte[PLAIN];
  private byte[] id;
  private BlockCipher cipher;
  private long length;

  SealedBlocks(Path file, FileChannel disk, DataKey key) throws IOException {
    this.file = file;
    this.disk = disk;
    this.key = key;
    look();
  }

  /** Whether a file begins as an encrypted one. */
  static boolean isSealed(FileChannel disk) throws IOException {
    byte[] begin = new byte[MAGIC.length];
    return readUpTo(disk, 0, begin, MAGIC.length) == MAGIC.length && Arrays.equals(begin, MAGIC);
  }

  /** Bytes of the plain file when it was last looked at. */
  long length() {
    return length;
  }

  /** Looks at the length again: somebody else may have written. */
  void look() throws IOException {
    byte[] head = new byte[HEAD];
    for (int looks = 0; looks < LOOKS; looks++) {
      int read = readUpTo(disk, 0, head, HEAD);
      if (read == 0) {
        length = 0; // made and not written yet
        return;
      }
      if (read < HEAD || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw new IOException(file + " is not encrypted, although it lies in such a workspace");
      }
      meet(Arrays.copyOfRange(head, MAGIC.length, MAGIC.length + ID));
      int at = MAGIC.length + ID;
      if (cipher.open(HEADER, head, at, HEAD - at, plain) == Long.BYTES) {
        length = ByteBuffer.wrap(plain).getLong();
        return;
      }
    }
    throw damaged();
  }

  private void meet(byte[] found) {
    if (!Arrays.equals(found, id)) {
      id = found;
      cipher = new BlockCipher(key, id);
    }
  }

  private void head(long newLength) throws IOException {
    if (cipher == null) {
      byte[] fresh = new byte[ID];
      new SecureRandom().nextBytes(fresh);
      meet(fresh);
    }
    byte[] head = Arrays.copyOf(MAGIC, HEAD);
    System.arraycopy(id, 0, head, MAGIC.length, ID);
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(newLength).array();
    int unused = cipher.seal(HEADER, number, Long.BYTES, head, MAGIC.length + ID);
    write(head, HEAD, 0);
    length = newLength;
  }

  /** Makes the header of a new file. */
  void begin() throws IOException {
    if (cipher == null) {
      head(0);
    }
  }

  /**
   * Reads from a place on, to the end of the file or of the buffer.
   *
   * @return bytes read; 0 at the end
   */
  int read(ByteBuffer to, long from) throws IOException {
    long end = Math.min(length, from + to.remaining());
    long at = from;
    while (at < end) {
      long first = at / PLAIN;
      int count = (int) Math.min(BATCH, (end - 1) / PLAIN - first + 1);
      int have = readUpTo(disk, place(first), pages, count * PAGE);
      for (int i = 0; i < count; i++) {
        int size = open(first + i, i * PAGE, Math.min(PAGE, have - i * PAGE));
        int begin = (int) (at - (first + i) * PLAIN);
        int part = (int) Math.min(size - begin, end - at);
        to.put(plain, begin, part);
        at += part;
      }
    }
    return (int) Math.max(0, end - from);
  }

  /** Opens a page that was read; returns how many bytes of it belong to the file. */
  private int open(long block, int at, int have) throws IOException {
    int size = (int) Math.min(PLAIN, length - block * PLAIN);
    int found = have < BlockCipher.OVERHEAD ? -1 : cipher.open(block, pages, at, have, plain);
    for (int looks = 1; found < size && looks < LOOKS; looks++) {
      byte[] again = new byte[PAGE];
      int read = readUpTo(disk, place(block), again, PAGE);
      found = read < BlockCipher.OVERHEAD ? -1 : cipher.open(block, again, 0, read, plain);
    }
    if (found < size) {
      throw damaged();
    }
    return size;
  }

  /** Writes all of a buffer at a place; what lies between the end and it becomes zero. */
  void write(ByteBuffer from, long to) throws IOException {
    begin();
    if (!from.hasRemaining()) {
      return;
    }
    ByteBuffer zeros = ByteBuffer.allocate(PLAIN);
    while (length < to) {
      put(zeros.clear().limit((int) Math.min(PLAIN, to - length)), length);
    }
    put(from, to);
  }

  private void put(ByteBuffer from, long to) throws IOException {
    long at = to;
    while (from.hasRemaining()) {
      long first = at / PLAIN;
      int filled = 0;
      for (int i = 0; i < BATCH && from.hasRemaining(); i++) {
        long start = (first + i) * PLAIN;
        int begin = (int) (at - start);
        int part = Math.min(PLAIN - begin, from.remaining());
        int had = Math.clamp(length - start, 0, PLAIN);
        if (begin > 0 || part < had) {
          load(first + i, had);
        }
        from.get(plain, begin, part);
        filled += cipher.seal(first + i, plain, Math.max(had, begin + part), pages, filled);
        at += part;
      }
      write(pages, filled, place(first));
    }
    if (at > length) {
      head(at);
    }
  }

  /** Brings what a page holds into {@link #plain}. */
  private void load(long block, int size) throws IOException {
    if (size == 0) {
      return;
    }
    byte[] page = new byte[PAGE];
    int have = readUpTo(disk, place(block), page, PAGE);
    if (have < BlockCipher.OVERHEAD || cipher.open(block, page, 0, have, plain) < size) {
      throw damaged();
    }
  }

  /** Cuts the file; the rest of it is overwritten or given back. */
  void cut(long size) throws IOException {
    if (size >= length) {
      return;
    }
    long last = size / PLAIN;
    int rest = (int) (size % PLAIN);
    if (rest > 0) {
      load(last, (int) Math.min(PLAIN, length - last * PLAIN));
    }
    head(size);
    if (rest > 0) {
      int sealed = cipher.seal(last, plain, rest, pages, 0);
      write(pages, sealed, place(last));
    }
    disk.truncate(rest > 0 ? place(last) + rest + BlockCipher.OVERHEAD : place(last));
  }

  private static long place(long block) {
    return PAGE * (block + 1);
  }

  private void write(byte[] bytes, int size, long to) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes, 0, size);
    while (rest.hasRemaining()) {
      int unused = disk.write(rest, to + rest.position());
    }
  }

  private static int readUpTo(FileChannel disk, long from, byte[] to, int size) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(to, 0, size);
    while (rest.hasRemaining()) {
      if (disk.read(rest, from + rest.position()) < 0) {
        break;
      }
    }
    return rest.position();
  }

  private IOException damaged() {
    return new IOException(
        file + " is damaged or was changed by somebody else, or belongs to another workspace");
  }
}
