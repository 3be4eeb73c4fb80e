package io.aisle.domain.data;

/** How much there is of a data set. */
public record DataSize(long events, int users, int items) {}
