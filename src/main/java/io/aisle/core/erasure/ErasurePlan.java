package io.aisle.core.erasure;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ErasedNames;
import java.nio.file.Path;
import java.util.List;

/**
 * What erasing a user would do.
 *
 * @param user the external id that was asked for
 * @param names that and what stands for it
 * @param dataset whose versions and runs only; "" for all
 * @param versions that lose events
 * @param interrupted imports that have the user and are removed, since their files still do
 * @param runs folders that have the user
 * @param removed files that are removed whole: backups and bundles in the workspace, kept views,
 *     and the schedule's backups wherever they lie
 * @param elsewhere other known backups outside of the workspace; they hold the user and stay
 */
public record ErasurePlan(
    String user,
    ErasedNames names,
    String dataset,
    List<OfVersion> versions,
    List<DatasetVersion> interrupted,
    List<UserTrace> runs,
    List<Path> removed,
    List<Path> elsewhere) {
  /**
   * @param events of the user
   */
  public record OfVersion(DatasetVersion version, long events) {}

  /** Whether nothing of the user was found where users stand; texts are looked through anyway. */
  public boolean empty() {
    return versions.isEmpty() && interrupted.isEmpty() && runs.isEmpty();
  }

  /** The finished runs whose models were fitted on the user's data. */
  public List<UserTrace> learned() {
    return runs.stream().filter(run -> run.learned() && run.complete()).toList();
  }

  public long events() {
    return versions.stream().mapToLong(OfVersion::events).sum();
  }
}
