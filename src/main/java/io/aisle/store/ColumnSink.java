package io.aisle.store;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes one column at its place in a snapshot, little-endian, with its check sums; or makes the
 * check sums alone.
 */
final class ColumnSink {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final long start;
  private final CRC32C crc = new CRC32C();
  private final MessageDigest digest = Digests.sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long written;

  ColumnSink(FileChannel channel, long start) {
    this.channel = channel;
    this.start = start;
  }

  /** For the check sums of what is written nowhere. */
  ColumnSink() {
    this(null, 0);
  }

  private ByteBuffer room(int bytes) throws IOException {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  void put(byte value) throws IOException {
    room(Byte.BYTES).put(value);
  }

  void put(int value) throws IOException {
    room(Integer.BYTES).putInt(value);
  }

  void put(long value) throws IOException {
    room(Long.BYTES).putLong(value);
  }

  void put(float value) throws IOException {
    room(Float.BYTES).putFloat(value);
  }

  void put(byte[] bytes) throws IOException {
    int from = 0;
    while (from < bytes.length) {
      room(1);
      int count = Math.min(buffer.remaining(), bytes.length - from);
      buffer.put(bytes, from, count);
      from += count;
    }
  }

  void ints(int[] values) throws IOException {
    for (int value : values) {
      put(value);
    }
  }

  /** How many there are, where each ends, and then all of them in UTF-8. */
  void strings(List<String> values) throws IOException {
    put((long) values.size());
    long offset = 0;
    for (String value : values) {
      put(offset);
      offset += value.getBytes(StandardCharsets.UTF_8).length;
    }
    put(offset);
    for (String value : values) {
      put(value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void flush() throws IOException {
    buffer.flip();
    crc.update(buffer.duplicate());
    digest.update(buffer.duplicate());
    if (channel == null) {
      written += buffer.remaining();
    } else {
      while (buffer.hasRemaining()) {
        written += channel.write(buffer, start + written);
      }
    }
    buffer.clear();
  }

  /** Writes what is left; the length in bytes. */
  long finish() throws IOException {
    flush();
    return written;
  }

  /** All elements of a file of integers that was written here. */
  static int[] ints(FileChannel channel) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
          .toArray(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN));
    }
  }

  long crc() {
    return crc.getValue();
  }

  byte[] sha256() {
    return digest.digest();
  }
}
