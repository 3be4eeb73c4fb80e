package io.aisle.core.report;

import io.aisle.core.report.ReportPage.View;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.report.pin.SafeDrawing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.regex.Pattern;

/** Puts pinned views into the page. */
final class PinnedViews {
  /** Rows of a table that are printed; a spreadsheet holds all of them. */
  private static final int PRINTED = 40;

  private static final Pattern LONG_FRACTION = Pattern.compile("-?[0-9]*[.][0-9]{5,}(E-?[0-9]+)?");
  private static final MathContext FOUR_DIGITS = new MathContext(4);

  private PinnedViews() {}

  static List<View> of(List<Pin> pins) {
    return pins.stream().map(PinnedViews::view).toList();
  }

  private static View view(Pin pin) {
    int left = pin.rows().size() - PRINTED;
    return new View(
        pin.title(),
        pin.caption(),
        pin.note(),
        Charts.markup(SafeDrawing.of(pin.drawing())),
        pin.words(),
        pin.header(),
        pin.rows().subList(0, Math.min(PRINTED, pin.rows().size())).stream()
            .map(row -> row.stream().map(PinnedViews::shown).toList())
            .toList(),
        left > 0
            ? "%s more rows stand in the spreadsheet of this report.".formatted(Figures.count(left))
            : "",
        pin.sources().stream().map(PinnedViews::source).toList(),
        String.join("\n", pin.commands()));
  }

  /** A long fraction with four significant digits; the spreadsheet has all of them. */
  private static String shown(String cell) {
    return LONG_FRACTION.matcher(cell).matches()
        ? new BigDecimal(cell).round(FOUR_DIGITS).toPlainString()
        : cell;
  }

  private static String source(Pin.Source source) {
    return "%s: seed %d, protocol %s, data %s"
        .formatted(
            source.run(),
            source.seed(),
            Origin.shortHash(source.protocol()),
            Origin.shortHash(source.data()));
  }
}
