package io.aisle.domain.data;

/**
 * A fact as a table shows it.
 *
 * @param seq number within the version, from 1, perhaps with gaps
 * @param head id of an item, or of another entity, as is the tail
 */
public record TripleRow(long seq, String head, String relation, String tail)
    implements KnowledgeRow {}
