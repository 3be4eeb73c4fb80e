package io.aisle.store;

import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes the snapshot of a version from the store. */
public final class SnapshotBuilder {
  private final Events events;

  public SnapshotBuilder(Events events) {
    this.events = events;
  }

  /**
   * What the snapshot says about its version.
   *
   * @param fingerprint SHA-256 over events and dictionaries, hex
   * @param firstTime epoch milliseconds; null when no event has a time
   * @param lastTime epoch milliseconds; null when no event has a time
   */
  public record Built(String fingerprint, Long firstTime, Long lastTime) {}

  /**
   * Writes beside the target, forces, and renames: the target is never half a file.
   *
   * @param size number of events
   */
  public Built build(long version, long size, Path target, CancelSignal cancel) {
    if (size > Integer.MAX_VALUE - 16) {
      throw new OperationException(
          "Version %d has %d events; a snapshot holds at most two billion: split the data set."
              .formatted(version, size));
    }
    Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    try {
      Files.createDirectories(target.getParent());
      Files.deleteIfExists(temporary);
      Built built;
      try (SnapshotWriter writer = new SnapshotWriter(temporary)) {
        built = write(version, (int) size, writer, cancel);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return built;
    } catch (IOException e) {
      throw failure(target, e);
    } catch (UncheckedIOException e) {
      throw failure(target, e.getCause());
    }
  }

  private static OperationException failure(Path target, IOException cause) {
    return new OperationException(
        "The snapshot %s could not be written (%s): see whether the disk is full."
            .formatted(target, cause.getMessage()),
        cause);
  }

  private Built write(long version, int size, SnapshotWriter writer, CancelSignal cancel)
      throws IOException {
    List<String> users = events.users(version);
    List<ItemName> items = events.items(version);
    EventColumns columns = new EventColumns(writer, size);
    events.scan(version, size, cancel, columns::add);
    columns.finish(size);
    index(
        writer,
        SnapshotColumn.USER_OFFSETS,
        SnapshotColumn.USER_EVENTS,
        columns.user,
        users.size());
    index(
        writer,
        SnapshotColumn.ITEM_OFFSETS,
        SnapshotColumn.ITEM_EVENTS,
        columns.item,
        items.size());
    writer.strings(SnapshotColumn.USER_NAMES, users);
    writer.strings(SnapshotColumn.ITEM_NAMES, items.stream().map(ItemName::name).toList());
    writer.strings(SnapshotColumn.ITEM_TITLES, items.stream().map(ItemName::title).toList());
    writer.strings(SnapshotColumn.ITEM_CATEGORIES, items.stream().map(ItemName::category).toList());
    String fingerprint = writer.seal();
    boolean timed = columns.first <= columns.last;
    return new Built(fingerprint, timed ? columns.first : null, timed ? columns.last : null);
  }

  /** Compressed sparse rows by a counting sort, which keeps the order within a row. */
  private static void index(
      SnapshotWriter writer, SnapshotColumn offsets, SnapshotColumn entries, int[] keys, int count)
      throws IOException {
    int[] starts = new int[count + 1];
    for (int key : keys) {
      starts[key + 1]++;
    }
    for (int i = 0; i < count; i++) {
      starts[i + 1] += starts[i];
    }
    writer.ints(offsets, starts);
    int[] sorted = new int[keys.length];
    int[] next = starts.clone();
    for (int i = 0; i < keys.length; i++) {
      sorted[next[keys[i]]++] = i;
    }
    writer.ints(entries, sorted);
  }
}
