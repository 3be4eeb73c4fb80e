package io.aisle.store;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The places of a version's events in the order of one of their columns, as a file beside the
 * snapshot that is mapped into memory: a head (magic, number of events, of those that have a value,
 * check sum, fingerprint of the version) and the places, little-endian. Thread-safe; close it
 * before the file is deleted.
 */
public final class OrderFile implements AutoCloseable {
  private static final long MAGIC = 0x31524544524F4941L;
  private static final int FINGERPRINT = 64;
  private static final int HEAD = 4 * Long.BYTES + FINGERPRINT;
  private static final int BLOCK = 1 << 18;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena;
  private final MemorySegment places;
  private final int size;
  private final int present;
  private final long sum;

  private OrderFile(Arena arena, MemorySegment all) {
    this.arena = arena;
    this.places = all.asSlice(HEAD);
    this.size = (int) all.get(LONG, Long.BYTES);
    this.present = (int) all.get(LONG, 2L * Long.BYTES);
    this.sum = all.get(LONG, 3L * Long.BYTES);
  }

  /**
   * Writes beside the target and renames.
   *
   * @param order all places; those of events without a value last
   * @param present number of events that have one
   */
  public static void write(Path target, String fingerprint, int[] order, int present) {
    Path draft = target.resolveSibling(target.getFileName() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.position(HEAD);
      CRC32C crc = new CRC32C();
      ByteBuffer buffer = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
      for (int from = 0; from < order.length; from += BLOCK / Integer.BYTES) {
        int count = Math.min(BLOCK / Integer.BYTES, order.length - from);
        buffer.clear().asIntBuffer().put(order, from, count);
        buffer.limit(count * Integer.BYTES);
        crc.update(buffer.duplicate());
        writeAll(channel, buffer);
      }
      ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
      head.putLong(MAGIC).putLong(order.length).putLong(present).putLong(crc.getValue());
      head.put(fingerprint.getBytes(StandardCharsets.US_ASCII)).rewind();
      channel.position(0);
      writeAll(channel, head);
      channel.force(true);
    } catch (IOException e) {
      throw SnapshotBuilder.failure(target, e);
    }
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw SnapshotBuilder.failure(target, e);
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /**
   * Opens a file by its head; {@link #sound} looks at the rest.
   *
   * @return empty when it is missing, or of another content
   */
  public static Optional<OrderFile> open(Path file, String fingerprint) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Arena arena = Arena.ofShared();
    Optional<OrderFile> opened = Optional.empty();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      if (matches(all, fingerprint)) {
        opened = Optional.of(new OrderFile(arena, all));
      }
      return opened;
    } catch (IOException e) {
      throw new OperationException(
          "The snapshot %s cannot be read (%s): check its permissions and the disk."
              .formatted(file, e.getMessage()),
          e);
    } finally {
      if (opened.isEmpty()) {
        arena.close();
      }
    }
  }

  private static boolean matches(MemorySegment all, String fingerprint) {
    return all.byteSize() >= HEAD
        && all.get(LONG, 0) == MAGIC
        && all.get(LONG, Long.BYTES) * Integer.BYTES + HEAD == all.byteSize()
        && new String(
                all.asSlice(HEAD - FINGERPRINT, FINGERPRINT).toArray(ValueLayout.JAVA_BYTE),
                StandardCharsets.US_ASCII)
            .equals(fingerprint);
  }

  /** Reads every byte and compares the check sum. */
  public boolean sound() {
    CRC32C crc = new CRC32C();
    crc.update(places.asByteBuffer());
    return crc.getValue() == sum;
  }

  /**
   * Places of events, from 0.
   *
   * @param from in this order
   */
  public int[] page(long from, int count, boolean descending) {
    int[] page = new int[(int) Math.max(0, Math.min(count, size - from))];
    for (int i = 0; i < page.length; i++) {
      page[i] = place((int) from + i, descending);
    }
    return page;
  }

  private int place(int at, boolean descending) {
    int stored = descending && at < present ? present - 1 - at : at;
    return places.get(INT, (long) stored * Integer.BYTES);
  }

  /** Some places in this order. */
  public int[] arrange(int[] wanted, boolean descending) {
    BitSet among = new BitSet(size);
    for (int place : wanted) {
      among.set(place);
    }
    int[] arranged = new int[wanted.length];
    int count = 0;
    for (int i = 0; i < size && count < arranged.length; i++) {
      int place = place(i, descending);
      if (among.get(place)) {
        arranged[count++] = place;
      }
    }
    return arranged;
  }

  /** Unmaps the file. */
  @Override
  public void close() {
    arena.close();
  }
}
