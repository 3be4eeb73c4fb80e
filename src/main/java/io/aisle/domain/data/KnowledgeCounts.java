package io.aisle.domain.data;

/**
 * What a version has beside events, catalogue and grades.
 *
 * @param queries of a file of queries
 */
public record KnowledgeCounts(long queries, long triples, long reviews) {
  public static final KnowledgeCounts NONE = new KnowledgeCounts(0, 0, 0);

  public long sum() {
    return queries + triples + reviews;
  }
}
