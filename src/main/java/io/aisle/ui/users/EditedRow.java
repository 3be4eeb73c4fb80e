package io.aisle.ui.users;

/**
 * A place of an edited history.
 *
 * @param name title, or id when there is none
 * @param value what it counts
 */
public record EditedRow(String item, String name, double value) {}
