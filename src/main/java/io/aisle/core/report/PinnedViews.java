package io.aisle.core.report;

import io.aisle.core.report.ReportPage.Cell;
import io.aisle.core.report.ReportPage.Column;
import io.aisle.core.report.ReportPage.Table;
import io.aisle.core.report.ReportPage.View;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.report.pin.SafeDrawing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Puts pinned views into the page. */
final class PinnedViews {
  /** Rows of a table that are printed; a spreadsheet holds all of them. */
  private static final int PRINTED = 40;

  /** Up to which width, in pixels, a drawing leaves room for a table beside it. */
  private static final double NARROW_DRAWING = 520;

  private static final int NARROW_COLUMNS = 6;
  private static final int SHORT_ROWS = 24;

  private static final Pattern FIGURE =
      Pattern.compile("[<>+−±-]? ?[0-9][0-9.,]*(E-?[0-9]+)?( ?%| ?[a-zµ]{1,3})?|–|NaN");
  private static final Pattern LONG_FRACTION = Pattern.compile("-?[0-9]*[.][0-9]{5,}(E-?[0-9]+)?");
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private PinnedViews() {}

  static List<View> of(List<Pin> pins) {
    return IntStream.range(0, pins.size()).mapToObj(at -> view(at + 1, pins.get(at))).toList();
  }

  private static View view(int number, Pin pin) {
    int left = pin.rows().size() - PRINTED;
    SafeDrawing drawing = SafeDrawing.of(pin.drawing());
    return new View(
        "view-" + number,
        pin.title(),
        pin.caption(),
        pin.note(),
        Charts.markup(drawing.markup()),
        isBeside(pin, drawing),
        pin.words(),
        pin.header().isEmpty() ? List.of() : List.of(table(pin)),
        left > 0
            ? "%s more rows stand in the spreadsheet of this report.".formatted(Figures.count(left))
            : "",
        sources(pin),
        String.join("\n", pin.commands()));
  }

  private static boolean isBeside(Pin pin, SafeDrawing drawing) {
    return !pin.header().isEmpty()
        && pin.header().size() <= NARROW_COLUMNS
        && pin.rows().size() <= SHORT_ROWS
        && drawing.width() > 0
        && drawing.width() <= NARROW_DRAWING;
  }

  private static Table table(Pin pin) {
    List<Column> columns =
        IntStream.range(0, pin.header().size())
            .mapToObj(at -> new Column(pin.header().get(at), "", isOfFigures(pin.rows(), at)))
            .toList();
    return new Table(
        columns,
        pin.rows().stream()
            .limit(PRINTED)
            .map(row -> row.stream().map(cell -> Cell.of(shown(cell))).toList())
            .toList());
  }

  private static boolean isOfFigures(List<List<String>> rows, int column) {
    List<String> cells =
        rows.stream().map(row -> row.get(column)).filter(cell -> !cell.isBlank()).toList();
    return !cells.isEmpty() && cells.stream().allMatch(cell -> FIGURE.matcher(cell).matches());
  }

  /** A long fraction with four significant digits; the spreadsheet has all of them. */
  private static String shown(String cell) {
    return LONG_FRACTION.matcher(cell).matches()
        ? new BigDecimal(cell).round(FOUR_DIGITS).toPlainString()
        : cell;
  }

  /** A line for the runs of the same seed, protocol and data. */
  private static List<String> sources(Pin pin) {
    Map<String, List<String>> runs = new LinkedHashMap<>();
    for (Pin.Source source : pin.sources()) {
      runs.computeIfAbsent(source.origin(), key -> new ArrayList<>()).add(source.run());
    }
    return runs.entrySet().stream()
        .map(each -> String.join(", ", each.getValue()) + ": " + each.getKey())
        .toList();
  }
}
