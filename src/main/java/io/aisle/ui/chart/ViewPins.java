package io.aisle.ui.chart;

import io.aisle.core.report.pin.Pin;
import java.util.function.Supplier;

/** Keeps views for a report. */
@FunctionalInterface
public interface ViewPins {
  /**
   * Keeps a view; to be called on the FX thread, on which it does not wait for the disk.
   *
   * @param draft without id, place and time
   */
  void keep(Pin draft);

  /**
   * Keeps a view that shows rows of people; what their licence restricts is said with it.
   *
   * @param licence of the data, "" when unknown; read in a job
   */
  default void keep(Pin draft, Supplier<String> licence) {
    keep(draft);
  }
}
