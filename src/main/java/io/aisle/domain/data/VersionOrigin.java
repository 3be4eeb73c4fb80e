package io.aisle.domain.data;

import java.util.List;
import java.util.OptionalLong;

/**
 * Where a version comes from.
 *
 * @param versionId the version
 * @param making how it was made
 * @param parentId the version that it was made from; empty for an import, and when that version was
 *     removed
 * @param parent name of that version when it was taken, such as {@code shop:2}; "" for an import
 * @param files names of the imported files; none for a cleaning
 * @param steps what was done to the parent, as the text of a file of steps; "" for an import. Of an
 *     append it says what became of rows that were there already
 * @param effects what each step did
 * @param note what the analyst wrote; "" when nothing
 */
public record VersionOrigin(
    long versionId,
    Making making,
    OptionalLong parentId,
    String parent,
    List<String> files,
    String steps,
    List<StepEffect> effects,
    String note) {
  public VersionOrigin {
    files = List.copyOf(files);
    effects = List.copyOf(effects);
  }
}
