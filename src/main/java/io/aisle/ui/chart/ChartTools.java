package io.aisle.ui.chart;

import io.aisle.ui.common.Background;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.LicenceGate;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.Optional;
import java.util.function.Supplier;

/** What charts need to speak a language, to be saved and to be kept for a report. */
public record ChartTools(
    Texts texts,
    Numbers numbers,
    Dialogs dialogs,
    Background background,
    Notices notices,
    ViewPins pins) {
  /**
   * The way out of a view.
   *
   * @param origin where it comes from now; a view without rows passes
   */
  public RowGate gate(Supplier<Optional<ViewOrigin>> origin) {
    return new LicenceGate(background, new LicenceQuestion(dialogs, texts))
        .of(texts.of("chart.licence"), origin);
  }
}
