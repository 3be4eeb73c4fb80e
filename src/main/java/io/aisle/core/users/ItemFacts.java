package io.aisle.core.users;

/**
 * What a run's data know of an item.
 *
 * @param title "" when unknown
 * @param category "" when unknown
 * @param users how many users of the training part had it
 * @param known whether the user had it in the history
 */
public record ItemFacts(String item, String title, String category, int users, boolean known) {}
