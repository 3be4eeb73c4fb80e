package io.aisle.domain.data;

/** The head of a column of a table that is read or written. */
public record TableHead(String name, CellType type) {}
