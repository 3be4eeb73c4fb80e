package io.aisle.core.neighbours;

/**
 * How much the neighbourhood of an item differs between two runs.
 *
 * @param item external id
 * @param title "" when unknown
 * @param overlap items among the nearest of both, divided by those among the nearest of either, 0
 *     to 1
 * @param shift 1 less the cosine of its two vectors after one space was turned over the other, 0 to
 *     2; null unless both models have vectors
 */
public record ItemDrift(String item, String title, double overlap, Double shift) {}
