package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.store.StoredImport;

/** The versions that can be cleaned, by their keys. Methods block; thread-safe. */
public interface Cleanable {
  /**
   * @throws InputException when it is not there any more
   */
  DatasetVersion version(long id);

  /** Its events, in columns. */
  EventTable load(long id, JobControl control);

  /** How it was imported. */
  StoredImport plan(long id);
}
