package io.aisle.core.workspace;

import io.aisle.domain.job.CancelSignal;
import io.aisle.store.StoreBackup;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Opens the store of a copy of a workspace. */
final class StoreCopy {
  private StoreCopy() {}

  /**
   * Opens it for reading only and counts.
   *
   * @param copy folder of the system that nobody has open
   * @param original what decrypts the workspace that it is a copy of, and so the copy; empty: it is
   *     plain
   * @throws io.aisle.domain.OperationException when it cannot be read, or does not hold what it
   *     should
   */
  static StoreBackup.Content check(WorkspaceLayout copy, Optional<SealedFileSystem> original) {
    return seen(copy, original, StoreBackup::check);
  }

  /** As {@link #check}, and reads every row, so that damage in the original is found as well. */
  static StoreBackup.Content read(
      WorkspaceLayout copy, Optional<SealedFileSystem> original, CancelSignal cancel) {
    return seen(copy, original, store -> StoreBackup.read(store, cancel));
  }

  private static StoreBackup.Content seen(
      WorkspaceLayout copy,
      Optional<SealedFileSystem> original,
      Function<Path, StoreBackup.Content> look) {
    if (original.isEmpty()) {
      return look.apply(copy.store());
    }
    try (SealedFileSystem files = Sealed.mount(copy.folder(), original.get()::key)) {
      return look.apply(new WorkspaceLayout(files.folder()).store());
    }
  }
}
