package io.aisle.ui.users;

import io.aisle.domain.data.EventKind;
import java.time.Instant;

/**
 * Something that the user did.
 *
 * @param place from 1, oldest first
 * @param name title, or id when there is none
 * @param category "" when unknown
 * @param kind null when it is not known
 * @param time null when the data have none
 * @param value NaN when absent; so are price and quantity
 * @param heldOut whether the lists are held against it
 */
public record HistoryRow(
    int place,
    String item,
    String name,
    String category,
    EventKind kind,
    Instant time,
    double value,
    double price,
    double quantity,
    boolean heldOut) {}
