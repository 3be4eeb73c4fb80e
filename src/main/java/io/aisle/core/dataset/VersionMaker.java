package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.Progress;
import io.aisle.store.Database;
import io.aisle.store.EventSpool;
import io.aisle.store.Knowledge;
import io.aisle.store.PropertySpool;
import io.aisle.store.SnapshotBuilder;
import io.aisle.store.StoredImport;
import io.aisle.store.StoredOrigin;
import io.aisle.store.VersionWriter;
import io.aisle.store.Versions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes versions, which stay invisible until they are whole. What fails or is cancelled leaves
 * nothing; what a crash cut off is found as interrupted and can be removed.
 */
public final class VersionMaker {
  private final Database database;
  private final Versions versions;
  private final Snapshots snapshots;
  private final Knowledge knowledge;

  VersionMaker(Database database, Versions versions, Snapshots snapshots) {
    this.database = database;
    this.knowledge = new Knowledge(database);
    this.versions = versions;
    this.snapshots = snapshots;
  }

  /** Fills a version; nothing of it is durable before a chunk is committed. */
  @FunctionalInterface
  public interface Filling {
    void fill(VersionWriter writer);
  }

  /**
   * Makes a version of another one.
   *
   * @return the version, complete
   */
  public DatasetVersion make(
      StoredImport plan, StoredOrigin origin, Filling filling, JobControl control) {
    DatasetVersion version = versions.create(plan, Optional.of(origin), Instant.now());
    return removedUnlessDone(
        version,
        () -> {
          try (EventSpool spool = spool(version.id())) {
            try (VersionWriter writer = new VersionWriter(database, version.id(), List.of())) {
              writer.noteIn(spool);
              filling.fill(writer);
            }
            knowledge.copy(origin.parent(), version.id());
            complete(version.id(), spool, control);
          }
          return versions.find(version.id()).orElseThrow();
        });
  }

  /** Does the work of filling a new version, and removes it when that fails. */
  <T> T removedUnlessDone(DatasetVersion version, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      try {
        versions.remove(version.id());
        snapshots.remove(version.id());
      } catch (RuntimeException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /** Where the events of a version are noted for its snapshot while they are stored. */
  EventSpool spool(long versionId) {
    return snapshots.spool(versionId);
  }

  /** Where the properties of items wait until the latest are known. */
  PropertySpool properties(long versionId) {
    return snapshots.properties(versionId);
  }

  /** Makes the snapshot of a version that is filled, and the version visible. */
  void complete(long versionId, EventSpool spool, JobControl control) {
    control.at(new Progress("snapshot", 0, 0));
    DatasetVersion filled = versions.find(versionId).orElseThrow();
    SnapshotBuilder.Built built = snapshots.build(filled, spool, control);
    versions.complete(versionId, built.fingerprint(), built.firstTime(), built.lastTime());
  }
}
