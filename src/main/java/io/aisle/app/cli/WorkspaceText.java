package io.aisle.app.cli;

import io.aisle.core.workspace.BackupSummary;

/** What is printed of copies of a workspace. */
final class WorkspaceText {
  private WorkspaceText() {}

  static String backedUp(BackupSummary made) {
    String left =
        made.leftOut() == 0 ? "" : "; %d runs under way were left out".formatted(made.leftOut());
    return "%s: %d data set versions, %d runs, %,d KB%s"
        .formatted(made.place(), made.versions(), made.runs(), (made.bytes() + 1023) >> 10, left);
  }

  static String restored(BackupSummary made) {
    return "%s: %d data set versions, %d runs; open it with --workspace %s"
        .formatted(made.place(), made.versions(), made.runs(), made.place());
  }
}
