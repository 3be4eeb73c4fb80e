package io.aisle.ui.chart;

import java.util.List;
import javafx.scene.paint.Color;

/** The colours and fonts of a chart as the stylesheets have them now. */
record Look(
    Color ink,
    Color muted,
    Color grid,
    Color surface,
    Color raised,
    Color accent,
    Color good,
    Color bad,
    List<Color> series,
    Fonts fonts) {
  /** The colour of a series; they repeat. */
  Color series(int index) {
    return series.get(Math.floorMod(index, series.size()));
  }

  Color faint(int index, double opacity) {
    return series(index).deriveColor(0, 1, 1, opacity);
  }
}
