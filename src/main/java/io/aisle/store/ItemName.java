package io.aisle.store;

/**
 * An entry of the dictionary of items.
 *
 * @param name external id
 * @param title "" when unknown
 * @param category "" when unknown
 */
public record ItemName(String name, String title, String category) {}
