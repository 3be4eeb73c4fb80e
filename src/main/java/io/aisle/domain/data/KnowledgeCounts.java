package io.aisle.domain.data;

/**
 * What a version has beside events, catalogue and grades.
 *
 * @param queries of a file of queries
 */
public record KnowledgeCounts(long queries, long triples, long reviews) {}
