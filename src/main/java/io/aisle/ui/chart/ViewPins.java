package io.aisle.ui.chart;

import io.aisle.core.report.pin.Pin;

/** Keeps views for a report. */
@FunctionalInterface
public interface ViewPins {
  /**
   * Keeps a view; to be called on the FX thread, on which it does not wait for the disk.
   *
   * @param draft without id, place and time
   */
  void keep(Pin draft);
}
