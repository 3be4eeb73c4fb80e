package io.aisle.ui.comparison;

import io.aisle.core.slices.Slice;

/**
 * A slice in the table.
 *
 * @param name in words
 * @param gain how much better than the others, as a share of the largest distance; negative for
 *     worse
 */
record SliceRow(Slice slice, String name, double gain) {}
