package io.aisle.domain.data;

import java.time.Instant;

/**
 * An event as a table shows it.
 *
 * @param seq number within the version, from 1 without gaps
 * @param time null when the file has none
 * @param title null when unknown
 * @param value NaN when absent
 * @param price NaN when absent
 * @param quantity NaN when absent
 */
public record EventRow(
    long seq,
    String user,
    String item,
    String title,
    EventKind kind,
    Instant time,
    String session,
    double value,
    double price,
    double quantity) {}
