package io.aisle.core.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that are to be added to a version, as a further version of its data set.
 *
 * @param versionId the complete version that the new one begins with
 * @param files interaction files, and such as describe, grade or review its users and items;
 *     folders and archives with them
 * @param mapping how they are read; empty: each is told by its columns, interactions are read as
 *     those of that version were
 * @param keepRepeated whether rows are taken that equal an event of that version in every column;
 *     otherwise they are refused as {@code already-there}
 * @param description what else there is, of which is known what it says
 */
public record AppendPlan(
    long versionId,
    List<Path> files,
    Optional<MappingFile> mapping,
    boolean keepRepeated,
    Optional<Description> description) {
  /** Files of which nothing is known but what a mapping says. */
  public AppendPlan(
      long versionId, List<Path> files, Optional<MappingFile> mapping, boolean keepRepeated) {
    this(versionId, files, mapping, keepRepeated, Optional.empty());
  }

  /** What describes a version, and no events. */
  public static AppendPlan of(long versionId, Description description) {
    return new AppendPlan(versionId, List.of(), Optional.empty(), false, Optional.of(description));
  }
}
