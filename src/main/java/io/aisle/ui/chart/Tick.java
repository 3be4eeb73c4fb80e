package io.aisle.ui.chart;

/** A marked value of an axis. */
record Tick(double value, String words) {}
