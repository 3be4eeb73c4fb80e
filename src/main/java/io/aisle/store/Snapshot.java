package io.aisle.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * The column form of a version, mapped into memory read-only. Thread-safe. Close it before its file
 * is deleted (Windows keeps mapped files).
 */
public final class Snapshot implements AutoCloseable {
  private static final int CRC_BLOCK = 1 << 26;
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena;
  private final Map<SnapshotColumn, MemorySegment> columns;

  private Snapshot(Arena arena, Map<SnapshotColumn, MemorySegment> columns) {
    this.arena = arena;
    this.columns = columns;
  }

  /**
   * Opens a snapshot and checks its directory, and every byte of the columns that are to be read;
   * the others are not touched.
   *
   * @param fingerprint what it must hold
   * @param needed the columns that can be read then
   * @return empty when the file is missing, damaged, or of another content
   */
  public static Optional<Snapshot> open(Path file, String fingerprint, Set<SnapshotColumn> needed)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    // shared: a snapshot is loaded on one thread and may be closed on another
    Arena arena = Arena.ofShared();
    Optional<Snapshot> snapshot = Optional.empty();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      snapshot = columns(all, fingerprint, needed).map(columns -> new Snapshot(arena, columns));
      return snapshot;
    } finally {
      if (snapshot.isEmpty()) {
        arena.close();
      }
    }
  }

  private static Optional<Map<SnapshotColumn, MemorySegment>> columns(
      MemorySegment all, String fingerprint, Set<SnapshotColumn> needed) throws IOException {
    long size = all.byteSize();
    if (size < Long.BYTES + SnapshotWriter.FOOTER
        || all.get(LONG, 0) != SnapshotWriter.MAGIC
        || all.get(LONG, size - 8) != SnapshotWriter.MAGIC) {
      return Optional.empty();
    }
    long offset = all.get(LONG, size - SnapshotWriter.FOOTER);
    long length = all.get(INT, size - SnapshotWriter.FOOTER + 8);
    int crc = all.get(INT, size - SnapshotWriter.FOOTER + 12);
    if (offset < 0 || length < 0 || offset + length + SnapshotWriter.FOOTER != size) {
      return Optional.empty();
    }
    MemorySegment json = all.asSlice(offset, length);
    if ((int) crc(json) != crc) {
      return Optional.empty();
    }
    JsonNode directory = JsonMapper.builder().build().readTree(json.toArray(ValueLayout.JAVA_BYTE));
    if (directory.path("format").asInt() != SnapshotWriter.FORMAT
        || !directory.path("fingerprint").asText().equals(fingerprint)) {
      return Optional.empty();
    }
    return columns(all, directory.path("columns"), needed);
  }

  private static Optional<Map<SnapshotColumn, MemorySegment>> columns(
      MemorySegment all, JsonNode directory, Set<SnapshotColumn> needed) {
    Map<SnapshotColumn, MemorySegment> columns = new EnumMap<>(SnapshotColumn.class);
    for (SnapshotColumn column : needed) {
      JsonNode entry = directory.path(column.name());
      MemorySegment segment =
          all.asSlice(entry.path("offset").asLong(), entry.path("bytes").asLong());
      if (crc(segment) != entry.path("crc32c").asLong()) {
        return Optional.empty();
      }
      columns.put(column, segment);
    }
    return Optional.of(columns);
  }

  private static long crc(MemorySegment segment) {
    CRC32C crc = new CRC32C();
    for (long from = 0; from < segment.byteSize(); from += CRC_BLOCK) {
      crc.update(
          segment.asSlice(from, Math.min(CRC_BLOCK, segment.byteSize() - from)).asByteBuffer());
    }
    return crc.getValue();
  }

  public byte[] bytes(SnapshotColumn column) {
    return columns.get(column).toArray(ValueLayout.JAVA_BYTE);
  }

  public int[] ints(SnapshotColumn column) {
    return columns.get(column).toArray(INT);
  }

  /** Some elements of a column, {@code [from, to)}, without reading the others. */
  public int[] ints(SnapshotColumn column, int from, int to) {
    return columns
        .get(column)
        .asSlice((long) from * Integer.BYTES, (long) (to - from) * Integer.BYTES)
        .toArray(INT);
  }

  public long[] longs(SnapshotColumn column) {
    return columns.get(column).toArray(LONG);
  }

  public float[] floats(SnapshotColumn column) {
    return columns.get(column).toArray(FLOAT);
  }

  public List<String> strings(SnapshotColumn column) {
    MemorySegment segment = columns.get(column);
    int count = Math.toIntExact(segment.get(LONG, 0));
    long text = Long.BYTES * (count + 2L);
    List<String> strings = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long from = segment.get(LONG, Long.BYTES * (i + 1L));
      long to = segment.get(LONG, Long.BYTES * (i + 2L));
      byte[] bytes = segment.asSlice(text + from, to - from).toArray(ValueLayout.JAVA_BYTE);
      strings.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return strings;
  }

  /** Unmaps the file. */
  @Override
  public void close() {
    arena.close();
  }
}
