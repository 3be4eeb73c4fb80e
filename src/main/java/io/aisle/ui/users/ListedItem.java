package io.aisle.ui.users;

/**
 * A place of a list.
 *
 * @param name title, or id when there is none
 * @param hit whether it is among the user's test items
 */
public record ListedItem(int rank, String item, String name, double score, boolean hit) {}
