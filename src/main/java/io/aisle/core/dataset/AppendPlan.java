package io.aisle.core.dataset;

import io.aisle.domain.data.Treatment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
 * @param privacy what is done with personal columns of the files, by header; of others what was
 *     done with those of that version
 * @param sheet of a workbook that has the events; empty: that which the version was read from, else
 *     the first with a user and an item in each row
 */
public record AppendPlan(
    long versionId,
    List<Path> files,
    Optional<MappingFile> mapping,
    boolean keepRepeated,
    Optional<Description> description,
    Map<String, Treatment> privacy,
    Optional<String> sheet) {
  public AppendPlan {
    files = List.copyOf(files);
    privacy = Map.copyOf(privacy);
  }

  /** Files of which nothing is known but what a mapping says. */
  public AppendPlan(
      long versionId, List<Path> files, Optional<MappingFile> mapping, boolean keepRepeated) {
    this(versionId, files, mapping, keepRepeated, Optional.empty(), Map.of(), Optional.empty());
  }

  /** What describes a version, and no events. */
  public static AppendPlan of(long versionId, Description description) {
    return new AppendPlan(
        versionId,
        List.of(),
        Optional.empty(),
        false,
        Optional.of(description),
        description.privacy(),
        Optional.empty());
  }

  /** The same with what is said of personal columns. */
  public AppendPlan withPrivacy(Map<String, Treatment> said) {
    return new AppendPlan(versionId, files, mapping, keepRepeated, description, said, sheet);
  }

  /** The same with the sheet of a workbook. */
  public AppendPlan withSheet(Optional<String> name) {
    return new AppendPlan(versionId, files, mapping, keepRepeated, description, privacy, name);
  }
}
