package io.aisle.core.workspace;

/**
 * Bytes of the parts of a workspace.
 *
 * @param natives unpacked native libraries; 0 when they lie elsewhere
 */
public record WorkspaceSizes(long store, long snapshots, long runs, long logs, long natives) {
  static WorkspaceSizes of(WorkspaceLayout layout) {
    return new WorkspaceSizes(
        Trees.total(Trees.files(layout.store())),
        Trees.total(Trees.files(layout.snapshots())),
        Trees.total(Trees.files(layout.runs())),
        Trees.total(Trees.files(layout.logs())),
        Trees.total(Trees.files(layout.natives())));
  }

  public long total() {
    return store + snapshots + runs + logs + natives;
  }
}
