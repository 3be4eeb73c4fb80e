package io.aisle.core.workspace;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.store.WorkspaceLock;
import io.aisle.store.sealed.Sealed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The copy that stays behind when a workspace is moved. Its methods block. Thread-safe.
 *
 * @param layout of the workspace that is open
 */
public record PreviousWorkspace(WorkspaceLayout layout, DefaultWorkspace remembered) {
  /** Where the open workspace was moved from, while it still is there. */
  public Optional<Path> folder() {
    return remembered
        .previous()
        .filter(path -> !path.equals(Sealed.raw(layout.folder())))
        .filter(WorkspaceService::holdsStore);
  }

  /** Bytes that the removal of {@link #folder} frees. */
  public long size() {
    return folder()
        .map(WorkspaceLayout::new)
        .map(WorkspaceSizes::of)
        .map(WorkspaceSizes::total)
        .orElse(0L);
  }

  /**
   * Removes the workspace that the open one was moved from; what else lies in its folder stays.
   *
   * @throws OperationException when somebody has opened it again
   */
  public void remove() {
    Path old = folder().orElseThrow(() -> new InputException("There is no old copy any more."));
    WorkspaceLayout there = new WorkspaceLayout(old);
    WorkspaceLock.acquire(there.store()).close();
    for (Path part : List.copyOf(there.all())) {
      Trees.delete(part);
    }
    if (Trees.isEmpty(old)) {
      Trees.delete(old);
    }
    remembered.forgetPrevious();
  }
}
