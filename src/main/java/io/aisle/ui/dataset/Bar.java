package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;

/**
 * A bar of a distribution with the filter of the events that it counts.
 *
 * @param second a value beside its height; NaN without one
 */
record Bar(String name, double height, double second, EventFilter filter) {
  Bar(String name, double height, EventFilter filter) {
    this(name, height, Double.NaN, filter);
  }
}
