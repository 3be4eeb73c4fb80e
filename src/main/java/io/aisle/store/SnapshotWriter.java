package io.aisle.store;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Lays out a snapshot file: magic, columns (each from a multiple of eight), a directory in JSON and
 * a footer that says where the directory is. All numbers are little-endian.
 */
final class SnapshotWriter implements AutoCloseable {
  static final long MAGIC = 0x314E53454C534941L;
  static final int FORMAT = 1;

  /** Directory offset (8), length (4), CRC32C (4), magic (8). */
  static final int FOOTER = 24;

  private final FileChannel channel;
  private final Map<String, Object> columns = new LinkedHashMap<>();
  private final MessageDigest content = Digests.sha256();
  private long end = Long.BYTES;

  SnapshotWriter(Path file) throws IOException {
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
  }

  /** Takes a column that was written elsewhere, with its check sums. */
  void adopt(SnapshotColumn column, FileChannel from, ColumnSink sink) throws IOException {
    long length = finish(column, sink, end);
    channel.position(end);
    for (long moved = 0; moved < length; ) {
      moved += from.transferTo(moved, length - moved, channel);
    }
    end = aligned(end + length);
  }

  private long finish(SnapshotColumn column, ColumnSink sink, long start) throws IOException {
    long length = sink.finish();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("offset", start);
    entry.put("bytes", length);
    entry.put("crc32c", sink.crc());
    columns.put(column.name(), entry);
    content.update(sink.sha256());
    return length;
  }

  void ints(SnapshotColumn column, int[] values) throws IOException {
    ColumnSink sink = new ColumnSink(channel, end);
    sink.ints(values);
    end = aligned(end + finish(column, sink, end));
  }

  void strings(SnapshotColumn column, List<String> values) throws IOException {
    ColumnSink sink = new ColumnSink(channel, end);
    sink.strings(values);
    end = aligned(end + finish(column, sink, end));
  }

  /**
   * Writes directory and footer and forces all to the disk.
   *
   * @return SHA-256 over all columns, hex
   */
  String seal() throws IOException {
    String fingerprint = HexFormat.of().formatHex(content.digest());
    Map<String, Object> directory = new LinkedHashMap<>();
    directory.put("format", FORMAT);
    directory.put("fingerprint", fingerprint);
    directory.put("columns", columns);
    byte[] json = JsonMapper.builder().build().writeValueAsBytes(directory);
    CRC32C crc = new CRC32C();
    crc.update(json);
    ByteBuffer tail = ByteBuffer.allocate(json.length + FOOTER).order(ByteOrder.LITTLE_ENDIAN);
    tail.put(json).putLong(end).putInt(json.length).putInt((int) crc.getValue()).putLong(MAGIC);
    write(tail.flip(), end);
    ByteBuffer head = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    write(head.putLong(MAGIC).flip(), 0);
    channel.force(true);
    return fingerprint;
  }

  private void write(ByteBuffer buffer, long position) throws IOException {
    long at = position;
    while (buffer.hasRemaining()) {
      at += channel.write(buffer, at);
    }
  }

  private static long aligned(long position) {
    return (position + 7) & ~7L;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
