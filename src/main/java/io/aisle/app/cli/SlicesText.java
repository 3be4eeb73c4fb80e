package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.core.slices.Slice;
import io.aisle.core.slices.SliceQuestion;
import io.aisle.core.slices.SliceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Slices as text: a line that says how they were made, then a table, then what was looked at. */
final class SlicesText {
  private SlicesText() {}

  static String of(SliceReport report) {
    SliceQuestion question = report.question();
    boolean two = question.against().isPresent();
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s of %s%s, %,d users; groups of at least %,d users; p corrected by Benjamini and"
                + " Hochberg\n",
            question.metric().id(),
            TextTable.clean(question.run().record().name()),
            question
                .against()
                .map(run -> " less that of " + TextTable.clean(run.record().name()))
                .orElse(""),
            report.users().size(),
            report.least()));
    text.append('\n').append(table(report, two)).append('\n');
    if (report.slices().isEmpty()) {
      text.append("No group is below the others beyond chance.\n");
    }
    return text.append("looked at: ")
        .append(String.join(", ", report.attributes()))
        .append('\n')
        .toString();
  }

  private static String table(SliceReport report, boolean two) {
    TextTable table = new TextTable(LEFT, RIGHT, RIGHT, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT);
    table.row(
        "group",
        "users",
        two ? "difference" : "mean",
        "95% interval",
        "against others",
        "effect",
        "p",
        two ? "run" : "",
        two ? "against" : "");
    table.row(cells("everybody", report.everybody(), two));
    report.slices().forEach(slice -> table.row(cells(slice.expression(), slice, two)));
    return table.render();
  }

  private static String[] cells(String name, Slice slice, boolean two) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(String.format(Locale.ROOT, "%,d", slice.users()));
    cells.add(number(two ? "%+.4f" : "%.4f", slice.mean()));
    cells.add(String.format(Locale.ROOT, "[%.4f, %.4f]", slice.low(), slice.high()));
    cells.add(number("%+.4f", slice.difference()));
    cells.add(number("%+.2f", slice.effect()));
    cells.add(slice.adjustedP() < 0.001 ? "<0.001" : number("%.3f", slice.adjustedP()));
    cells.add(two ? number("%.4f", slice.run()) : "");
    cells.add(two ? number("%.4f", slice.against()) : "");
    return cells.toArray(String[]::new);
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
  }
}
