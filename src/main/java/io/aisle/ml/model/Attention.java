package io.aisle.ml.model;

/**
 * Attention weights of one forward pass without dropout.
 *
 * @param first index within the history of the first position that the model reads; older items
 *     were cut off
 * @param weights {@code [layer][head][query][key]}, positions oldest first: as many queries as
 *     keys, or one query where it is the user that asks, as in a graph; each row sums to 1 over its
 *     cells that are not masked; masked cells are NaN
 */
public record Attention(int first, float[][][][] weights) {}
