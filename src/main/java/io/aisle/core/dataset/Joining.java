package io.aisle.core.dataset;

import io.aisle.domain.data.DatasetVersion;

/**
 * How many of the ids in files a version has.
 *
 * @param asked different ids in the first rows of the files; 0: they have none that could join
 * @param known how many of them the version has
 * @param grows whether what it does not have becomes part of it, as items of a catalogue do
 */
public record Joining(DatasetVersion version, int known, int asked, boolean grows) {
  /** Whether it makes sense to add the files to the version. */
  boolean fits() {
    return known > 0 || asked == 0 || grows;
  }

  /** Share of the ids that the version has, 0 to 1; 0 where none could join. */
  public double share() {
    return asked == 0 ? 0 : (double) known / asked;
  }
}
