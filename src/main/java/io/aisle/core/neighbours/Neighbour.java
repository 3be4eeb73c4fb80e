package io.aisle.core.neighbours;

/**
 * An item near another one.
 *
 * @param item external id
 * @param title "" when unknown
 * @param similarity in the model's {@link Measure}
 */
public record Neighbour(String item, String title, double similarity) {}
