package io.aisle.core.dataset;

import io.aisle.domain.OperationException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventColumn;
import io.aisle.domain.job.CancelSignal;
import io.aisle.store.EventSpool;
import io.aisle.store.Events;
import io.aisle.store.PropertySpool;
import io.aisle.store.Snapshot;
import io.aisle.store.SnapshotBuilder;
import io.aisle.store.SnapshotColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The snapshot files of versions; a missing or damaged one is made again from the store. */
final class Snapshots {
  private static final Set<SnapshotColumn> OF_USERS =
      EnumSet.of(SnapshotColumn.USER_OFFSETS, SnapshotColumn.USER_EVENTS);
  private static final Set<SnapshotColumn> OF_TABLES =
      EnumSet.complementOf(
          EnumSet.of(
              SnapshotColumn.USER_OFFSETS,
              SnapshotColumn.USER_EVENTS,
              SnapshotColumn.ITEM_OFFSETS,
              SnapshotColumn.ITEM_EVENTS));

  private final Path folder;
  private final SnapshotBuilder builder;

  Snapshots(Path folder, Events events) {
    this.folder = folder;
    this.builder = new SnapshotBuilder(events);
  }

  private Path file(long version) {
    return folder.resolve(version + ".snapshot");
  }

  SnapshotBuilder.Built build(DatasetVersion version, CancelSignal cancel) {
    return builder.build(version.id(), version.events(), file(version.id()), cancel);
  }

  /** Where an import notes its events, so that {@link #build} need not read them again. */
  EventSpool spool(long version) {
    return new EventSpool(file(version));
  }

  /** Where an import puts the properties of items until the latest are known. */
  PropertySpool properties(long version) {
    return new PropertySpool(file(version));
  }

  /**
   * @param spool has all events of the version, or only some when an import was resumed
   */
  SnapshotBuilder.Built build(DatasetVersion version, EventSpool spool, CancelSignal cancel) {
    return spool.size() == version.events()
        ? builder.build(version.id(), version.events(), spool, file(version.id()), cancel)
        : build(version, cancel);
  }

  EventTable load(DatasetVersion version, CancelSignal cancel) {
    Optional<EventTable> loaded = read(version);
    if (loaded.isPresent()) {
      return loaded.get();
    }
    renew(version, cancel);
    return read(version).orElseThrow(() -> damaged(version));
  }

  private void renew(DatasetVersion version, CancelSignal cancel) {
    String fingerprint = build(version, cancel).fingerprint();
    if (!fingerprint.equals(version.fingerprint())) {
      throw new OperationException(
          "The events of \"%s\" version %d are not those that were imported: remove the version and import it again."
              .formatted(version.dataset(), version.version()));
    }
  }

  private OperationException damaged(DatasetVersion version) {
    return new OperationException(
        "The snapshot %s is damaged as soon as it is written: check the disk."
            .formatted(file(version.id())));
  }

  private Optional<EventTable> read(DatasetVersion version) {
    Optional<Snapshot> sound = open(version, OF_TABLES);
    if (sound.isEmpty()) {
      return Optional.empty();
    }
    try (Snapshot snapshot = sound.get()) {
      return Optional.of(
          new EventTable(
              snapshot.ints(SnapshotColumn.USER),
              snapshot.ints(SnapshotColumn.ITEM),
              snapshot.bytes(SnapshotColumn.KIND),
              snapshot.longs(SnapshotColumn.MILLIS),
              snapshot.floats(SnapshotColumn.VALUE),
              snapshot.floats(SnapshotColumn.PRICE),
              snapshot.floats(SnapshotColumn.QUANTITY),
              new Catalogue(
                  snapshot.strings(SnapshotColumn.USER_NAMES),
                  snapshot.strings(SnapshotColumn.ITEM_NAMES),
                  snapshot.strings(SnapshotColumn.ITEM_TITLES),
                  snapshot.strings(SnapshotColumn.ITEM_CATEGORIES))));
    }
  }

  /** Numbers of a user's events, from 1 in the order of the files, without reading the others'. */
  Long[] eventsOf(DatasetVersion version, int user, CancelSignal cancel) {
    return read(
        version,
        OF_USERS,
        cancel,
        snapshot -> {
          int[] ends = snapshot.ints(SnapshotColumn.USER_OFFSETS, user, user + 2);
          return Arrays.stream(snapshot.ints(SnapshotColumn.USER_EVENTS, ends[0], ends[1]))
              .mapToObj(event -> event + 1L)
              .toArray(Long[]::new);
        });
  }

  /**
   * Reads some columns; the others are not touched. What is missing or damaged is made anew.
   *
   * @param needed the columns that are read
   */
  <T> T read(
      DatasetVersion version,
      Set<SnapshotColumn> needed,
      CancelSignal cancel,
      Function<Snapshot, T> reader) {
    Optional<Snapshot> sound = open(version, needed);
    if (sound.isEmpty()) {
      renew(version, cancel);
      sound = open(version, needed);
    }
    try (Snapshot snapshot = sound.orElseThrow(() -> damaged(version))) {
      return reader.apply(snapshot);
    }
  }

  private Optional<Snapshot> open(DatasetVersion version, Set<SnapshotColumn> needed) {
    try {
      return Snapshot.open(file(version.id()), version.fingerprint(), needed);
    } catch (IOException e) {
      throw new OperationException(
          "The snapshot %s cannot be read (%s): check its permissions and the disk."
              .formatted(file(version.id()), e.getMessage()),
          e);
    }
  }

  /** Where the order of a version by a column lies. */
  Path order(long version, EventColumn column) {
    return folder.resolve("%d.%s.order".formatted(version, column.id()));
  }

  void remove(long version) {
    try {
      Files.deleteIfExists(file(version));
      EventSpool.remove(file(version));
      PropertySpool.remove(file(version));
      for (EventColumn column : EventColumn.values()) {
        Files.deleteIfExists(order(version, column));
      }
    } catch (IOException e) {
      throw new OperationException(
          "The snapshot %s cannot be removed (%s): remove it by hand."
              .formatted(file(version), e.getMessage()),
          e);
    }
  }
}
