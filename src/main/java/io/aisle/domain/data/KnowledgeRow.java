package io.aisle.domain.data;

/** A row of a version beside its events, items and grades. */
public sealed interface KnowledgeRow permits QueryRow, ReviewRow, TripleRow {
  /** Number within the version, from 1, perhaps with gaps. */
  long seq();
}
