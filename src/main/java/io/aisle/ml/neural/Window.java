package io.aisle.ml.neural;

/**
 * A stretch of one user's sequence: {@code length} inputs from {@code start} on, each with the item
 * behind it as its target.
 *
 * @param start index into the interactions
 */
record Window(int start, int length) {}
