package io.aisle.domain.data;

/**
 * A query of a file of queries.
 *
 * @param seq number within the version, from 1, perhaps with gaps
 * @param id null when it has none, as is the category
 */
public record QueryRow(long seq, String id, String text, String category) implements KnowledgeRow {}
