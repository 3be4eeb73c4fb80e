package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;

/** A bar of a distribution with the filter of the events that it counts. */
record Bar(String name, double height, EventFilter filter) {}
