package io.aisle.core.explanation;

import java.time.Instant;

/**
 * An item in a user's history.
 *
 * @param title "" when unknown
 * @param time null when the data have none
 */
public record HistoryItem(String item, String title, Instant time) {}
