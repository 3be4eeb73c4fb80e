package io.aisle.ui.comparison;

import io.aisle.core.robustness.Robustness;

/**
 * A run with what was measured of it.
 *
 * @param name of the run
 * @param colour number of its series colour
 */
record Measured(String name, int colour, Robustness found) {}
