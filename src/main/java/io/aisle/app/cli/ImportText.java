package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.domain.data.ImportSummary;
import java.util.Locale;

/** What an import took and refused, as text. */
final class ImportText {
  private ImportText() {}

  static String of(ImportSummary summary) {
    TextTable table = new TextTable(LEFT, RIGHT);
    table.row("rows", "count");
    table.row("read", count(summary.read()));
    table.row("taken", count(summary.taken()));
    summary.refused().forEach((reason, rows) -> table.row("refused: " + reason, count(rows)));
    return String.format(
            Locale.ROOT,
            "%s, version %d: %,d users, %,d items%s, in %.1f s%n",
            TextTable.clean(summary.dataset()),
            summary.version(),
            summary.users(),
            summary.items(),
            grades(summary),
            summary.seconds())
        + table.render();
  }

  private static String grades(ImportSummary summary) {
    return summary.judgements() == 0
        ? ""
        : String.format(
            Locale.ROOT, ", %,d grades for %,d queries", summary.judgements(), summary.queries());
  }

  private static String count(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }
}
