package io.aisle.domain.data;

import java.time.Instant;
import java.util.Optional;

/**
 * What came of files with a row for each property of an item.
 *
 * @param read their rows
 * @param refused rows among them that could not be read
 * @param items items that were described
 * @param properties different properties of these items
 * @param values values that were taken, the latest of each property of an item
 * @param superseded rows with an earlier value of the same property of the same item
 * @param later rows of after the moment as of which was read
 * @param others rows of items that the data set does not have
 * @param left values that were left out, since their item has too much text
 * @param first when the earliest of the values was set; null without times
 * @param last when the latest of them was set; null without times
 * @param asOf the moment as of which was read; empty: the latest of all
 */
public record PropertyCounts(
    long read,
    long refused,
    int items,
    int properties,
    long values,
    long superseded,
    long later,
    long others,
    long left,
    Instant first,
    Instant last,
    Optional<Instant> asOf) {}
