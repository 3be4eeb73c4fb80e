package io.aisle.store;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;

/**
 * The columns of events on their way into a snapshot: a file for each, filled row by row while an
 * import runs, so that the events need not be read again. The files go when it is closed. Confined
 * to one thread.
 */
public final class EventSpool implements AutoCloseable {
  private final Path snapshot;
  private final Map<SnapshotColumn, FileChannel> files = new EnumMap<>(SnapshotColumn.class);
  private final Map<SnapshotColumn, ColumnSink> sinks = new EnumMap<>(SnapshotColumn.class);
  private final EventColumns columns;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long size;

  /**
   * @param snapshot the files lie beside it; its folder is made
   */
  public EventSpool(Path snapshot) {
    this.snapshot = snapshot;
    boolean opened = false;
    try {
      Files.createDirectories(snapshot.getParent());
      for (SnapshotColumn column : EventColumns.ALL) {
        FileChannel file =
            FileChannel.open(
                file(snapshot, column),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        files.put(column, file);
        sinks.put(column, new ColumnSink(file, 0));
      }
      opened = true;
    } catch (IOException e) {
      throw failure(e);
    } finally {
      if (!opened) {
        close();
      }
    }
    columns = new EventColumns(sinks);
  }

  private static Path file(Path snapshot, SnapshotColumn column) {
    return snapshot.resolveSibling(snapshot.getFileName() + "." + column.ordinal() + ".column");
  }

  /** The next event. */
  public void add(EventValues event) {
    try {
      columns.add(event);
    } catch (IOException e) {
      throw failure(e);
    }
    size++;
    if (event.millis() != EventValues.NO_TIME) {
      first = Math.min(first, event.millis());
      last = Math.max(last, event.millis());
    }
  }

  private OperationException failure(IOException cause) {
    return SnapshotBuilder.failure(snapshot, cause);
  }

  /** Number of events so far. */
  public long size() {
    return size;
  }

  /** Epoch milliseconds of the first event that has a time; null when none has. */
  Long first() {
    return first <= last ? first : null;
  }

  /** Epoch milliseconds of the last event that has a time; null when none has. */
  Long last() {
    return first <= last ? last : null;
  }

  /** Puts all columns into a snapshot. */
  void moveTo(SnapshotWriter writer) throws IOException {
    for (SnapshotColumn column : EventColumns.ALL) {
      writer.adopt(column, files.get(column), sinks.get(column));
    }
  }

  /** The elements of a column of integers, when all have been moved. */
  int[] ints(SnapshotColumn column) throws IOException {
    return ColumnSink.ints(files.get(column));
  }

  /** Removes the files. */
  @Override
  public void close() {
    try {
      for (FileChannel file : files.values()) {
        file.close();
      }
    } catch (IOException e) {
      throw failure(e);
    } finally {
      remove(snapshot);
    }
  }

  /** Removes the files that a crash has left beside a snapshot. */
  public static void remove(Path snapshot) {
    try {
      for (SnapshotColumn column : EventColumns.ALL) {
        Files.deleteIfExists(file(snapshot, column));
      }
    } catch (IOException e) {
      throw SnapshotBuilder.failure(snapshot, e);
    }
  }
}
