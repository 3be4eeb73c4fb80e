package io.aisle.core.users;

import java.util.Set;

/**
 * Who had certain items.
 *
 * @param items number of items that were meant
 * @param title the title of the one item that was meant, or its id; "" when several were
 * @param users external ids of the users with one of them in the history or among the test items
 */
public record ItemUsers(int items, String title, Set<String> users) {}
