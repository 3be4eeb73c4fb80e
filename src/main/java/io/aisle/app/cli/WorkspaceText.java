package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.core.workspace.BackupShelf;
import io.aisle.core.workspace.BackupSummary;
import io.aisle.core.workspace.KnownBackup;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is printed of copies of a workspace. */
final class WorkspaceText {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private WorkspaceText() {}

  static String backedUp(BackupSummary made) {
    String left =
        made.leftOut() == 0 ? "" : "; %d runs under way were left out".formatted(made.leftOut());
    return "%s: %d data set versions, %d runs, %,d KB; opened and counted%s"
        .formatted(made.place(), made.versions(), made.runs(), kilobytes(made.bytes()), left);
  }

  private static long kilobytes(long bytes) {
    return (bytes + 1023) >> 10;
  }

  static String restored(BackupSummary made) {
    return "%s: %d data set versions, %d runs; open it with --workspace %s"
        .formatted(made.place(), made.versions(), made.runs(), made.place());
  }

  /** In the time of this machine. */
  static String time(Instant time) {
    return TIME.format(time.atZone(ZoneId.systemDefault()));
  }

  static String known(BackupShelf shelf) {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT, LEFT, LEFT);
    table.row("written", "KB", "versions", "runs", "events", "opened", "by", "file");
    shelf.backups().forEach(each -> row(table, each, ""));
    shelf.away().forEach(each -> row(table, each, " (its disk is off)"));
    return table.render();
  }

  private static void row(TextTable table, KnownBackup backup, String more) {
    table.row(
        time(backup.written()),
        String.format(Locale.ROOT, "%,d", kilobytes(backup.bytes())),
        Integer.toString(backup.versions()),
        Integer.toString(backup.runs()),
        backup.events() < 0 ? "" : String.format(Locale.ROOT, "%,d", backup.events()),
        backup.verified() ? "yes" : "not known",
        backup.scheduled() ? "schedule" : "hand",
        backup.file() + more + (backup.outdated() ? " (of before a user was erased)" : ""));
  }
}
