package io.aisle.core.training;

import io.aisle.domain.run.RunRecord;
import java.util.List;

/**
 * The complete runs of a workspace.
 *
 * @param finished newest first
 * @param unreadable damaged, or of another version of the program; they can only be removed
 * @param whole whether these are all
 */
public record ListedRuns(List<Finished> finished, List<RunFolder> unreadable, boolean whole) {
  /** A run and what came out of it. */
  public record Finished(RunFolder folder, RunRecord record) {}
}
