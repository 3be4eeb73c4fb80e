package io.aisle.core.users;

import java.util.Map;

/**
 * Everything that is known of an item.
 *
 * @param facts what the run's data know
 * @param attributes what else is known, by name: of the data set where the workspace has it, else
 *     what the run's model reads
 */
public record ItemCard(ItemFacts facts, Map<String, String> attributes) {}
