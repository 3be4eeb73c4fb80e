package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.experiment.DatasetSpec;
import java.util.Map;

/** Reads events of files without the store, through the same parser and rules as an import. */
public final class FileEvents {
  private FileEvents() {}

  /**
   * What was read.
   *
   * @param read rows read, without the header
   * @param refused rows refused by reason
   */
  public record Result(EventTable events, long read, Map<String, Long> refused) {}

  /**
   * @throws io.aisle.domain.InputException when the files cannot be read or every row is refused
   */
  public static Result read(DatasetSpec.Files files, JobControl control) {
    throw new UnsupportedOperationException();
  }
}
