package io.aisle.ui.chart;

import io.aisle.ui.common.Background;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;

/** What charts need to speak a language, to be saved and to be kept for a report. */
public record ChartTools(
    Texts texts,
    Numbers numbers,
    Dialogs dialogs,
    Background background,
    Notices notices,
    ViewPins pins) {}
