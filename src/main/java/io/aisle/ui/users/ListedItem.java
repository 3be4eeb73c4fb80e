package io.aisle.ui.users;

/**
 * A place of a list.
 *
 * @param name title, or id when there is none
 * @param category empty when unknown
 * @param hit whether it is among the user's test items
 * @param known whether the user had it in the history
 * @param users how many users of the training part had it; -1 when that is not known
 */
public record ListedItem(
    int rank,
    String item,
    String name,
    String category,
    double score,
    boolean hit,
    boolean known,
    int users) {}
