package io.aisle.store;

import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import java.io.IOException;
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
   * Makes it of the events in the store.
   *
   * @param size number of events
   */
  public Built build(long version, long size, Path target, CancelSignal cancel) {
    try (EventSpool spool = new EventSpool(target)) {
      events.scan(version, size, cancel, spool::add);
      return build(version, size, spool, target, cancel);
    }
  }

  /**
   * Makes it of events that were noted while they went into the store. Writes beside the target,
   * forces, and renames: the target is never half a file.
   *
   * @param size number of events that the store has
   */
  public Built build(long version, long size, EventSpool spool, Path target, CancelSignal cancel) {
    if (size > Integer.MAX_VALUE - 16) {
      throw new OperationException(
          "Version %d has %d events; a snapshot holds at most two billion: split the data set."
              .formatted(version, size));
    }
    if (spool.size() != size) {
      throw new OperationException(
          "The store holds %d events of a version that should have %d: remove the version and import it again."
              .formatted(spool.size(), size));
    }
    Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
    try {
      Files.deleteIfExists(temporary);
      try {
        String fingerprint;
        try (SnapshotWriter writer = new SnapshotWriter(temporary)) {
          fingerprint = write(version, spool, writer, cancel);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return new Built(fingerprint, spool.first(), spool.last());
      } finally {
        Files.deleteIfExists(temporary); // of one that failed or was cancelled
      }
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  static OperationException failure(Path target, IOException cause) {
    return new OperationException(
        "The snapshot %s could not be written (%s): see whether the disk is full."
            .formatted(target, cause.getMessage()),
        cause);
  }

  private String write(long version, EventSpool spool, SnapshotWriter writer, CancelSignal cancel)
      throws IOException {
    cancel.check();
    List<String> users = events.users(version);
    List<ItemName> items = events.items(version);
    spool.moveTo(writer);
    cancel.check();
    index(
        writer,
        SnapshotColumn.USER_OFFSETS,
        SnapshotColumn.USER_EVENTS,
        spool.ints(SnapshotColumn.USER),
        users.size());
    index(
        writer,
        SnapshotColumn.ITEM_OFFSETS,
        SnapshotColumn.ITEM_EVENTS,
        spool.ints(SnapshotColumn.ITEM),
        items.size());
    cancel.check();
    writer.strings(SnapshotColumn.USER_NAMES, users);
    writer.strings(SnapshotColumn.ITEM_NAMES, items.stream().map(ItemName::name).toList());
    writer.strings(SnapshotColumn.ITEM_TITLES, items.stream().map(ItemName::title).toList());
    writer.strings(SnapshotColumn.ITEM_CATEGORIES, items.stream().map(ItemName::category).toList());
    return writer.seal();
  }

  private static void index(
      SnapshotWriter writer, SnapshotColumn offsets, SnapshotColumn entries, int[] keys, int count)
      throws IOException {
    Grouping groups = Grouping.of(keys, count);
    writer.ints(offsets, groups.starts());
    writer.ints(entries, groups.order());
  }
}
