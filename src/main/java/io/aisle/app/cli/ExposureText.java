package io.aisle.app.cli;

import static io.aisle.app.cli.TextTable.Align.LEFT;
import static io.aisle.app.cli.TextTable.Align.RIGHT;

import io.aisle.domain.run.Derived;
import io.aisle.domain.run.Exposure;
import io.aisle.domain.run.RunRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What lists expose, before and after, as a table. */
final class ExposureText {
  /** A row of the table. */
  private record Line(String name, String format, ToDoubleFunction<Exposure> value) {}

  private static final List<Line> LINES =
      List.of(
          new Line("popularity of a listed item", "%.1f", Exposure::popularity),
          new Line("popularity lift", "%.3f", Exposure::popularityLift),
          new Line("gini of exposure", "%.4f", Exposure::gini),
          new Line("coverage", "%.4f", Exposure::coverage),
          new Line("share of the long tail", "%.4f", Exposure::longTail),
          new Line("category entropy (bits)", "%.3f", Exposure::categoryEntropy));

  private ExposureText() {}

  /** Nothing for a run that is neither re-ranked nor combined. */
  static String of(RunRecord run) {
    Derived derived = run.derived();
    if (derived == null) {
      return "";
    }
    int columns = derived.before().size();
    TextTable.Align[] aligns = new TextTable.Align[columns + 2];
    Arrays.fill(aligns, RIGHT);
    aligns[0] = LEFT;
    TextTable table = new TextTable(aligns);
    table.row(
        row(
            "exposure@" + derived.after().depth(),
            IntStream.range(0, columns).mapToObj(at -> before(derived, at)).toList(),
            columns == 1 ? "after" : "combined"));
    for (Line line : LINES) {
      table.row(
          row(
              line.name(),
              derived.before().stream().map(each -> number(line, each)).toList(),
              number(line, derived.after())));
    }
    return table.render();
  }

  private static String before(Derived derived, int at) {
    return derived.before().size() == 1 ? "before" : derived.parents().get(at).name();
  }

  private static String[] row(String name, List<String> before, String after) {
    String[] cells = new String[before.size() + 2];
    cells[0] = name;
    for (int at = 0; at < before.size(); at++) {
      cells[at + 1] = before.get(at);
    }
    cells[cells.length - 1] = after;
    return cells;
  }

  private static String number(Line line, Exposure exposure) {
    double value = line.value().applyAsDouble(exposure);
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, line.format(), value);
  }
}
