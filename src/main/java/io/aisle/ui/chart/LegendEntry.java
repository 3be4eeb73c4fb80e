package io.aisle.ui.chart;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * A series in a legend.
 *
 * @param colour number of its series colour
 * @param visible whether it is drawn
 */
public record LegendEntry(String name, int colour, BooleanProperty visible) {
  LegendEntry(String name, int colour) {
    this(name, colour, new SimpleBooleanProperty(true));
  }
}
