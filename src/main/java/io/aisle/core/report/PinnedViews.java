package io.aisle.core.report;

import io.aisle.core.report.ReportPage.View;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.report.pin.SafeDrawing;
import java.util.List;

/** Puts pinned views into the page. */
final class PinnedViews {
  /** Rows of a table that are printed; a spreadsheet holds all of them. */
  private static final int PRINTED = 40;

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
        pin.rows().subList(0, Math.min(PRINTED, pin.rows().size())),
        left > 0
            ? "%s more rows stand in the spreadsheet of this report.".formatted(Figures.count(left))
            : "",
        pin.sources().stream().map(PinnedViews::source).toList(),
        String.join("\n", pin.commands()));
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
