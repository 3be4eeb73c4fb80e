package io.aisle.core.lineage;

import io.aisle.core.training.ListedRuns;
import io.aisle.domain.data.DatasetVersion;
import java.util.List;

/**
 * A version among those it comes from and what depends on it.
 *
 * @param line from the first version to this one; the first may be one that was removed
 * @param descendants versions made of it, directly or not, oldest first; they hold all that is
 *     theirs and stay when it is removed
 * @param runs finished runs that learned from it, newest first
 */
public record Lineage(
    List<Stage> line, List<DatasetVersion> descendants, List<ListedRuns.Finished> runs) {
  public Lineage {
    line = List.copyOf(line);
    descendants = List.copyOf(descendants);
    runs = List.copyOf(runs);
  }

  /** Whether anything would lose its source. */
  public boolean hasDependents() {
    return !descendants.isEmpty() || !runs.isEmpty();
  }
}
