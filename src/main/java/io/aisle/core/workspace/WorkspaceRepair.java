package io.aisle.core.workspace;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.RepairReport;
import io.aisle.store.StoreRepair;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The store of a workspace that does not open: what can be saved of it, and what can take its
 * place. Nobody has the workspace open meanwhile. Methods block; call them in jobs.
 *
 * @param layout of a workspace whose key is known
 */
public record WorkspaceRepair(WorkspaceLayout layout) {
  /** Finds out what there is and what could be saved; changes nothing. */
  public RepairReport examine(JobControl control) {
    return of(control).examine();
  }

  /**
   * Puts a store in order that is not; the damaged file is kept beside it.
   *
   * @throws io.aisle.domain.OperationException when the workspace is in use, or the store cannot be
   *     written; it is as it was then
   */
  public RepairReport repair(JobControl control) {
    return of(control).repair();
  }

  private StoreRepair of(JobControl control) {
    return new StoreRepair(layout.store(), InstantSource.system(), control, control);
  }

  /** What can take the place of the store, the newest first. */
  public List<StandIn> standIns() {
    List<StandIn> found = new ArrayList<>();
    for (Path copy : StoreRepair.copies(layout.store())) {
      found.add(new StandIn.Copy(copy, Trees.time(copy), Trees.size(copy)));
    }
    new BackupShelf(layout).backups().forEach(backup -> found.add(new StandIn.Backup(backup)));
    return found.stream().sorted(Comparator.comparing(StandIn::written).reversed()).toList();
  }

  /**
   * Puts a copy of the store in its place; the damaged file is kept beside it.
   *
   * @param copy file of a {@link StandIn.Copy}
   * @return where that is
   * @throws io.aisle.domain.OperationException when the copy is damaged too; nothing has changed
   */
  public Path putBack(Path copy, JobControl control) {
    return of(control).putBack(copy);
  }
}
