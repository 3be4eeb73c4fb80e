package io.aisle.domain.data;

import java.time.Instant;

/**
 * A review as a table shows it.
 *
 * @param seq number within the version, from 1, perhaps with gaps
 * @param user external id, as is the item
 * @param rating NaN when absent
 * @param time null when absent
 * @param title null when it has none
 */
public record ReviewRow(
    long seq, String user, String item, double rating, Instant time, String title, String text)
    implements KnowledgeRow {}
