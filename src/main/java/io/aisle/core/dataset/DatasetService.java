package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.Refusal;
import io.aisle.store.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Data sets of the workspace: import, list, look into, load, remove. Every method blocks; call it
 * in a job. Thread-safe. Threads that are inside must never be interrupted.
 */
public final class DatasetService {
  private final Database database;
  private final Path snapshots;

  /**
   * @param snapshots folder of the snapshot files
   */
  public DatasetService(Database database, Path snapshots) {
    this.database = database;
    this.snapshots = snapshots;
  }

  /** The guess for a file about which nothing is known. */
  public MappingGuess guess(Path file) {
    return MappingGuesser.guess(file, io.aisle.domain.data.ColumnMapping.GUESS);
  }

  /**
   * Imports files as a new version, invisible until it is complete. When it fails nothing is left;
   * when it is cancelled the incomplete version is removed.
   *
   * @throws io.aisle.domain.InputException when the files cannot be read or every row is refused
   */
  public ImportSummary importFiles(ImportPlan plan, JobControl control) {
    throw new UnsupportedOperationException(plan + " " + database + snapshots + control);
  }

  /**
   * Goes on with an interrupted import after its last committed chunk.
   *
   * @throws io.aisle.domain.InputException when the files have changed since
   */
  public ImportSummary resume(long versionId, JobControl control) {
    throw new UnsupportedOperationException();
  }

  /** All versions, newest first, interrupted ones and imports under way included. */
  public List<DatasetVersion> versions() {
    throw new UnsupportedOperationException();
  }

  /** The newest complete version of a data set. */
  public Optional<DatasetVersion> newest(String dataset) {
    throw new UnsupportedOperationException();
  }

  /**
   * The newest complete version of a data set.
   *
   * @throws io.aisle.domain.InputException naming the nearest known data set
   */
  public DatasetVersion require(String dataset) {
    throw new UnsupportedOperationException();
  }

  /** A page of events, by {@code seq} from 1. */
  public List<EventRow> events(long versionId, long fromSeq, int count) {
    throw new UnsupportedOperationException();
  }

  /**
   * A page of refused rows.
   *
   * @param reason only those; null for all, grouped by reason
   * @param from position in that list, from 1
   */
  public List<Refusal> refusals(long versionId, String reason, long from, int count) {
    throw new UnsupportedOperationException();
  }

  /** Removes a version, its snapshot and everything that was refused. */
  public void remove(long versionId) {
    throw new UnsupportedOperationException();
  }

  /** The events of a complete version, from its snapshot, which is rebuilt when damaged. */
  public EventTable load(long versionId, JobControl control) {
    throw new UnsupportedOperationException();
  }

  /** What a complete version looks like. */
  public DatasetProfile profile(long versionId, JobControl control) {
    throw new UnsupportedOperationException();
  }
}
