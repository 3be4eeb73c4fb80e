package io.aisle.ui.users;

import java.time.Instant;

/**
 * An item of the history.
 *
 * @param place from 1, oldest first
 * @param name title, or id when there is none
 * @param time null when the data have none
 */
public record HistoryRow(int place, String item, String name, Instant time) {}
