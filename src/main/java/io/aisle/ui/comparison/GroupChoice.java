package io.aisle.ui.comparison;

import io.aisle.core.comparison.Grouping;

/**
 * What users or items can be told apart by.
 *
 * @param words the same for people
 */
public record GroupChoice(Grouping grouping, String words) {}
