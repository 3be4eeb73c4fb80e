package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.core.dataset.drift.ColumnDrift;
import io.aisle.core.dataset.drift.Turnover;
import io.aisle.core.dataset.drift.VersionComparison;
import java.util.Locale;

/** How two versions differ, as text. */
final class DriftText {
  private DriftText() {}

  static String of(VersionComparison compared) {
    TextTable sizes = new TextTable(LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);
    sizes.row(
        "",
        VersionText.name(compared.before()),
        VersionText.name(compared.after()),
        "in both",
        "lost",
        "new");
    sizes.row(
        "events",
        VersionText.count(compared.before().events()),
        VersionText.count(compared.after().events()),
        "",
        "",
        "");
    turnover(sizes, "users", compared.before().users(), compared.after().users(), compared.users());
    turnover(sizes, "items", compared.before().items(), compared.after().items(), compared.items());
    TextTable drift = new TextTable(LEFT, RIGHT, RIGHT, LEFT);
    drift.row("column", "psi", "js", "drift");
    for (ColumnDrift column : compared.columns()) {
      drift.row(
          column.column(),
          String.format(Locale.ROOT, "%.4f", column.psi()),
          String.format(Locale.ROOT, "%.4f", column.jensenShannon()),
          column.level().name().toLowerCase(Locale.ROOT));
    }
    return sizes.render() + "\n" + drift.render();
  }

  private static void turnover(
      TextTable table, String what, int before, int after, Turnover turnover) {
    table.row(
        what,
        VersionText.count(before),
        VersionText.count(after),
        VersionText.count(turnover.stayed()),
        VersionText.count(turnover.lost()),
        VersionText.count(turnover.gained()));
  }
}
