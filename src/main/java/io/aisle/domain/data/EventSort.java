package io.aisle.domain.data;

/**
 * An order of the events of a version. Events that are equal in the column keep the order of the
 * file (the reverse of it when descending); those without a value come last either way.
 */
public record EventSort(EventColumn column, boolean descending) {}
