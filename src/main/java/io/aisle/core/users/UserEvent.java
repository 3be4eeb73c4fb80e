package io.aisle.core.users;

import io.aisle.domain.data.EventKind;
import java.time.Instant;

/**
 * Something that a user did.
 *
 * @param time null when the data have none
 * @param kind null when it is not known
 * @param title "" when unknown
 * @param category "" when unknown
 * @param basket what groups events of one visit; null when unknown
 * @param value NaN when absent; so are price and quantity
 * @param heldOut whether it is what the lists are held against
 */
public record UserEvent(
    Instant time,
    EventKind kind,
    String item,
    String title,
    String category,
    String basket,
    double value,
    double price,
    double quantity,
    boolean heldOut) {}
