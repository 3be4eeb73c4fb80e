package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Sequences side by side, on the device.
 *
 * @param rows sequences
 * @param length positions per row
 * @param items {@code [rows * length]} item indices; any item at padding
 * @param positions {@code [rows * length]} rows of the position table, or null when the last column
 *     is the newest position of every row
 * @param bias {@code [rows, 1, length, length]} added to the attention scores: 0 where a query may
 *     look at a key, else very negative
 */
record Batch(int rows, int length, PtNDArray items, PtNDArray positions, PtNDArray bias) {}
